import type { Deps, Transaction } from '@medikey/core'

const MOST = 100
const DISTANT = new Date('9999-01-01T00:00:00Z')
const UNDER_WAY: readonly Transaction['status'][] = ['queued', 'signed', 'unknown', 'broadcast']

/** Ids of the transactions that are not on chain yet. */
export async function listUnderWay({ store }: Pick<Deps, 'store'>): Promise<string[]> {
  const unfinished = await store.listUnfinishedTransactions({ now: DISTANT, limit: MOST })
  return unfinished.filter(({ status }) => UNDER_WAY.includes(status)).map(({ id }) => id)
}
