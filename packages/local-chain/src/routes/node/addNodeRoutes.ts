import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { callReadOnly } from './callReadOnly.ts'
import { estimateFee } from './estimateFee.ts'
import { getAccountRoute } from './getAccountRoute.ts'
import { getConstant } from './getConstant.ts'
import { getContractInterface } from './getContractInterface.ts'
import { getContractSource } from './getContractSource.ts'
import { getDataVar } from './getDataVar.ts'
import { getHealth } from './getHealth.ts'
import { getInfo } from './getInfo.ts'
import { getMapEntry } from './getMapEntry.ts'
import { getPox } from './getPox.ts'
import { getTransaction } from './getTransaction.ts'
import { getTransferFee } from './getTransferFee.ts'
import { postTransaction } from './postTransaction.ts'
import { requireTip } from './requireTip.ts'

const statePaths = [
  '/v2/accounts/*',
  '/v2/map_entry/*',
  '/v2/data_var/*',
  '/v2/constant_val/*',
  '/v2/contracts/*',
]

/** The routes of a Stacks node (`/v2/…`, `/v3/…`). */
export function addNodeRoutes(app: App, deps: RouteDeps): void {
  for (const path of statePaths) app.use(path, requireTip(deps.chain))
  postTransaction(app, deps)
  callReadOnly(app, deps)
  getAccountRoute(app, deps)
  getMapEntry(app, deps)
  getDataVar(app, deps)
  getConstant(app, deps)
  getContractInterface(app, deps)
  getContractSource(app, deps)
  estimateFee(app)
  getTransferFee(app)
  getInfo(app, deps)
  getPox(app, deps)
  getHealth(app, deps)
  getTransaction(app, deps)
}
