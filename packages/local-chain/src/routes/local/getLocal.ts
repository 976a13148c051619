import type { App } from '../../http/RouteDeps.ts'

/** `GET /local`: tells whoever asks on this machine that this is a local chain. */
export function getLocal(app: App): void {
  app.get('/local', (c) => c.json({ localChain: true }))
}
