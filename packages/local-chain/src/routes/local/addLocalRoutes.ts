import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { getLocal } from './getLocal.ts'
import { guardLocal } from './guardLocal.ts'
import { localAccounts } from './localAccounts.ts'
import { localFaucet } from './localFaucet.ts'
import { localFaults } from './localFaults.ts'
import { localMine } from './localMine.ts'
import { localMining } from './localMining.ts'
import { localReorg } from './localReorg.ts'
import { localReset } from './localReset.ts'
import { localStatus } from './localStatus.ts'
import { localTenures } from './localTenures.ts'
import { localTime } from './localTime.ts'

/** The routes that control the chain (`/local/…`), for tests and demos. */
export function addLocalRoutes(app: App, deps: RouteDeps): void {
  guardLocal(app, deps)
  getLocal(app)
  localAccounts(app, deps)
  localMine(app, deps)
  localTenures(app, deps)
  localReorg(app, deps)
  localMining(app, deps)
  localStatus(app, deps)
  localFaucet(app, deps)
  localTime(app, deps)
  localReset(app, deps)
  localFaults(app, deps)
}
