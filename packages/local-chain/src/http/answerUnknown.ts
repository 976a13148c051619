import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { App } from './RouteDeps.ts'

/**
 * Answers a request that no route takes: in a node's words under `/v2/` and `/v3/`, where another method of the same path
 * makes a difference, in those of the API's framework elsewhere.
 */
export function answerUnknown(app: App, c: Context<{ Bindings: HttpBindings }>): Response {
  const { method, path } = c.req
  if (!/^\/v[23]\//.test(path)) {
    const message = `Route ${method}:${c.env.incoming.url} not found`
    return c.json({ statusCode: 404, error: 'Not Found', message }, 404)
  }
  const allowed = ['GET', 'POST'].filter((other) =>
    app.router.match(other, path)[0].some(([[, route]]) => route.method === other),
  )
  if (allowed.length === 0) return c.text('No such file or directory', 404)
  const list = allowed.join(', ')
  return c.text(`Method Not Allowed. Allowed: ${list}`, 405, { Allow: list })
}
