import { getTip } from '../../chain/getTip.ts'
import type { App, RouteDeps } from '../../http/RouteDeps.ts'

/** `GET /v3/health`: a node without neighbours is never behind them. */
export function getHealth(app: App, { chain }: RouteDeps): void {
  app.get('/v3/health', (c) =>
    c.json({
      difference_from_max_peer: 0,
      max_stacks_height_of_neighbors: 0,
      max_stacks_neighbor_address: null,
      node_stacks_tip_height: getTip(chain).height,
    }),
  )
}
