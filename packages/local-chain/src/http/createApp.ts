import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { ApiError } from '../routes/extended/ApiError.ts'
import { addExtendedRoutes } from '../routes/extended/addExtendedRoutes.ts'
import { toApiError } from '../routes/extended/toApiError.ts'
import { addLocalRoutes } from '../routes/local/addLocalRoutes.ts'
import { addNodeRoutes } from '../routes/node/addNodeRoutes.ts'
import { addWebSocketRoute } from '../websocket/addWebSocketRoute.ts'
import { answerUnknown } from './answerUnknown.ts'
import { awaitRepair } from './awaitRepair.ts'
import { injectFaults } from './injectFaults.ts'
import { limitBody } from './limitBody.ts'
import type { App, RouteDeps } from './RouteDeps.ts'

/** Puts the routes of node, API and local control together. */
export function createApp(deps: RouteDeps): App {
  const app: App = new Hono({ strict: false })
  app.use(injectFaults(deps))
  app.use(limitBody())
  app.use(awaitRepair(deps))
  addWebSocketRoute(app, deps)
  app.use('/v2/*', cors())
  app.use('/v3/*', cors())
  app.use('/extended/*', cors())
  addNodeRoutes(app, deps)
  addExtendedRoutes(app, deps)
  addLocalRoutes(app, deps)
  app.notFound((c) => answerUnknown(app, c))
  app.onError((error, c) => {
    if (error instanceof ApiError) return c.json(toApiError(error), error.status)
    const message = error instanceof Error ? error.message : 'unknown'
    return c.json({ statusCode: 500, error: 'Internal Server Error', message }, 500)
  })
  return app
}
