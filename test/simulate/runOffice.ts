import {
  advanceTransaction,
  type Deps,
  decideRequest,
  endGrants,
  expireRequests,
  warnGrants,
} from '@medikey/core'
import type { Office, OpenRequest } from './Office.ts'
import { toAccount } from './playAct.ts'
import type { SimulatedClock } from './SimulatedClock.ts'
import type { SimulatedChain } from './startSimulatedChain.ts'
import type { World } from './World.ts'

/** What the CMO decides and MediKey carries out by now; the people hear what became of it. */
export async function runOffice({
  deps,
  clock,
  chain,
  world,
  office,
}: {
  deps: Deps
  clock: SimulatedClock
  chain: SimulatedChain
  world: World
  office: Office
}): Promise<void> {
  const now = deps.clock.now()
  for (const request of office.open) {
    const { decidedAt } = request
    if (!request.isDecided && decidedAt !== null && decidedAt <= now && !world.isHalted)
      await decide({ deps, world }, request)
  }
  await expireRequests(deps)
  await endGrants(deps)
  await warnGrants(deps)
  const sent = await advanceAll(deps)
  if (sent > 0) {
    await chain.mine()
    // MediKey looks again after its pause, and sees what was mined.
    clock.set(new Date(now.getTime() + 2 * deps.settings.pollIntervalMs))
    await advanceAll(deps)
  }
  for (const request of [...office.open]) await hear({ deps, world, office }, request)
}

async function decide({ deps, world }: { deps: Deps; world: World }, request: OpenRequest): Promise<void> {
  const { requestId, isDenied } = request
  await decideRequest(deps, {
    account: toAccount(world.cmo),
    delivery: `decide ${requestId}`,
    requestId,
    decision: isDenied ? 'deny' : 'approve',
    reason: isDenied ? 'not on this ward' : null,
    clicked: 'command',
  })
  request.isDecided = true
}

async function advanceAll(deps: Deps): Promise<number> {
  const unfinished = await deps.store.listUnfinishedTransactions({ now: deps.clock.now(), limit: 100 })
  for (const { id } of unfinished) await advanceTransaction(deps, { transactionId: id })
  return unfinished.length
}

async function hear(
  { deps, world, office }: { deps: Deps; world: World; office: Office },
  request: OpenRequest,
): Promise<void> {
  const { requestId, record, staff, limit, kind } = request
  const stored = await deps.store.getRequest(requestId)
  const isOver = stored === null || stored.status === 'denied' || stored.status === 'expired'
  const transaction = (await deps.store.listTransactions(requestId)).at(-1)
  const isIncluded = transaction?.status === 'included' || transaction?.status === 'final'
  if (isIncluded && kind === 'grant') {
    const grant = await deps.store.getGrant(requestId)
    world.privileges.set(`${record.recordId}/${staff.principal}`, {
      record,
      staff,
      limit,
      used: 0,
      endsAt: grant?.endsAt ?? null,
    })
  }
  if (isIncluded && kind === 'revoke') world.privileges.delete(`${record.recordId}/${staff.principal}`)
  const isRefused = transaction?.status === 'refused' || transaction?.status === 'aborted'
  if (isIncluded || isOver || isRefused) office.open.splice(office.open.indexOf(request), 1)
}
