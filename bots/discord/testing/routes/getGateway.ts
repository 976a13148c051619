import type { Route } from './Route.ts'

/** `GET /gateway` and `GET /gateway/bot` */
export const getGateway: Route = (world) => ({
  status: 200,
  body: {
    url: world.origin.replace(/^http/, 'ws'),
    shards: 1,
    session_start_limit: { total: 1000, remaining: 1000, reset_after: 86_400_000, max_concurrency: 1 },
  },
})
