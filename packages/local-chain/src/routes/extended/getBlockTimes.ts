import type { App } from '../../http/RouteDeps.ts'

/** `GET /extended/v1/info/network_block_times`: what the API says of the public networks, in seconds. */
export function getBlockTimes(app: App): void {
  app.get('/extended/v1/info/network_block_times', (c) =>
    c.json({ testnet: { target_block_time: 120 }, mainnet: { target_block_time: 600 } }),
  )
}
