import type { HttpBindings } from '@hono/node-server'
import type { MiddlewareHandler } from 'hono'
import type { Faults } from './Faults.ts'

/** The one door through which every request passes, and where it may meet a fault. `/local` is spared. */
export function injectFaults({ faults }: { faults: Faults }): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async (c, next) => {
    const { method, path } = c.req
    const fault = path === '/local' || path.startsWith('/local/') ? null : faults.take({ method, path })
    if (fault === null) return next()
    switch (fault.type) {
      case 'delay':
        await new Promise((resolve) => setTimeout(resolve, fault.ms).unref())
        return next()
      case 'drop-answer':
        await next()
        // What is written after this reaches nobody.
        c.env.incoming.socket.destroy()
        return
      case 'reset':
        c.env.incoming.socket.destroy()
        return c.body(null)
      case 'status': {
        if (fault.retryAfter !== undefined) c.header('Retry-After', String(fault.retryAfter))
        return c.json({ error: `A fault was asked for: ${fault.status}` }, fault.status)
      }
    }
  }
}
