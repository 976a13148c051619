import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { getLocal } from './getLocal.ts'
import { guardLocal } from './guardLocal.ts'
import { localAccounts } from './localAccounts.ts'
import { localFaults } from './localFaults.ts'
import { localMine } from './localMine.ts'
import { localTenures } from './localTenures.ts'
import { localTime } from './localTime.ts'

/** The routes that control the chain (`/local/…`), for tests and demos. */
export function addLocalRoutes(app: App, deps: RouteDeps): void {
  guardLocal(app, deps)
  getLocal(app)
  localAccounts(app, deps)
  localMine(app, deps)
  localTenures(app, deps)
  localTime(app, deps)
  localFaults(app, deps)
}
