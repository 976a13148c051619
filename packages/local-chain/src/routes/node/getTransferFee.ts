import type { App } from '../../http/RouteDeps.ts'

/** `GET /v2/fees/transfer`: µSTX a byte of a transfer. */
export function getTransferFee(app: App): void {
  app.get('/v2/fees/transfer', (c) => c.json(1))
}
