import type { Request, Transaction } from '@medikey/core'
import type { Stage } from './Stage.ts'
import { waitUntil } from './waitUntil.ts'

const DISTANT = new Date('9999-01-01T00:00:00Z')
const MOST_LANES = 100

/**
 * Waits until the approved request stands on chain and its card and thread tell so.
 *
 * @returns whether the access was granted
 */
export async function waitForGrant(stage: Stage, options: { request: Request }): Promise<boolean> {
  const { store } = stage.deps
  const { request } = options
  const transaction = await waitUntil(stage, {
    what: 'the grant to be mined',
    async look() {
      const last = (await store.listTransactions(request.id)).at(-1)
      return last !== undefined && hasEnded(last) ? last : null
    },
  })
  await waitUntil(stage, {
    what: 'the card and its thread to be drawn',
    async look() {
      // Posts that wait for another try, or that somebody holds, are not drawn yet either.
      const lanes = await store.listDueLanes({ now: DISTANT, staleBefore: DISTANT, limit: MOST_LANES })
      const waits = lanes.some(({ subject }) => 'requestId' in subject && subject.requestId === request.id)
      return waits ? null : true
    },
  })
  return transaction.status === 'included' || transaction.status === 'final'
}

function hasEnded({ status }: Transaction): boolean {
  return status === 'included' || status === 'final' || status === 'aborted' || status === 'refused'
}
