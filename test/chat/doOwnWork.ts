import { advanceAlerts, advanceTransaction, endGrants, expireRequests, followOnce } from '@medikey/core'
import type { Chat } from './Chat.ts'

/** Lets time pass and MediKey do what nobody asks it for: send what was approved, follow it, end what is over, tell. */
export async function doOwnWork(chat: Chat, options: { hours: number }): Promise<void> {
  const { deps, clock, ledger } = chat.clinic
  clock.advance(options.hours * 3_600_000 + 1)
  await expireRequests(deps)
  await endGrants(deps)
  await advanceAll(chat)
  ledger.mine()
  ledger.advanceTenure(1)
  clock.advance(deps.settings.pollIntervalMs)
  await advanceAll(chat)
  await followOnce(deps)
  await advanceAlerts(deps)
  await chat.deliver()
}

async function advanceAll(chat: Chat): Promise<void> {
  const { deps } = chat.clinic
  const unfinished = await deps.store.listUnfinishedTransactions({ now: deps.clock.now(), limit: 100 })
  for (const { id } of unfinished) await advanceTransaction(deps, { transactionId: id })
}
