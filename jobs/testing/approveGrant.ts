import { decideRequest, type RawRequestInput } from '@medikey/core'
import type { Clinic } from '@medikey/core/testing'
import { askForGrant } from './askForGrant.ts'

/** Alice asks for a grant to Nadia and the CMO approves it; returns the request's id and its transaction's. */
export async function approveGrant(
  clinic: Clinic,
  raw: Partial<RawRequestInput> = {},
): Promise<{ requestId: string; transactionId: string }> {
  const requestId = await askForGrant(clinic, raw)
  await decideRequest(clinic.deps, {
    account: clinic.account('cmo'),
    delivery: `approve ${requestId}`,
    requestId,
    decision: 'approve',
    reason: null,
    clicked: 'command',
  })
  const [transaction] = await clinic.deps.store.listTransactions(requestId)
  if (transaction === undefined) throw new Error('the approval queued no transaction')
  return { requestId, transactionId: transaction.id }
}
