import { timingSafeEqual } from 'node:crypto'
import { isLoopbackHost } from '@medikey/runtime'
import type { App, RouteDeps } from '../../http/RouteDeps.ts'

/**
 * Keeps everybody but the holder of the token out of `/local`, and every web page too: a page that is open
 * on the same machine comes with its own Origin, or, after DNS rebinding, with its own Host.
 */
export function guardLocal(app: App, { token }: RouteDeps): void {
  app.use('/local/*', async (c, next) => {
    if (!isLoopbackUrl(`http://${c.req.header('host') ?? ''}`)) {
      return c.json({ error: 'Forbidden', message: 'Ask for /local/ under a loopback host name.' }, 403)
    }
    const origin = c.req.header('origin')
    if (origin !== undefined && !isLoopbackUrl(origin)) {
      return c.json(
        { error: 'Forbidden', message: 'Web pages of other origins may not control the chain.' },
        403,
      )
    }
    if (c.req.path.replace(/\/$/, '') === '/local' && c.req.method === 'GET') return next()
    if (!isEqual(c.req.header('authorization') ?? '', `Bearer ${token}`)) {
      const message = 'Send the token of the data directory: Authorization: Bearer <token>.'
      return c.json({ error: 'Unauthorized', message }, 401)
    }
    return next()
  })
}

function isLoopbackUrl(url: string): boolean {
  return isLoopbackHost(URL.parse(url)?.hostname ?? '')
}

function isEqual(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}
