import { advanceTransaction } from '../src/execution/advanceTransaction.ts'
import { parseRequestInput, type RawRequestInput } from '../src/input/parseRequestInput.ts'
import type { Transaction } from '../src/model/Transaction.ts'
import { decideRequest } from '../src/requests/decideRequest.ts'
import { submitRequest } from '../src/requests/submitRequest.ts'
import type { Clinic, Handle } from './createClinic.ts'

/** What the people of a clinic do, in a word each. */
export type ClinicDriver = {
  /** A physician asks and the CMO approves; the transaction is queued. Answers the request's id. */
  approve(raw?: Partial<RawRequestInput>, by?: Handle): Promise<string>
  /** The request's last transaction as it stands. */
  last(requestId: string): Promise<Transaction>
  /** Takes the request's last transaction as far as it goes now. */
  advance(requestId: string): Promise<Transaction | null>
  /** What the contract printed since the records were created, oldest first. */
  eventsOnChain(): Promise<string[]>
}

/**
 * Drives a clinic for tests: each request is for nadia's access to alice's record 1 unless told otherwise.
 *
 * @example
 * const { approve, advance } = driveClinic(clinic)
 * await advance(await approve({ duration: '8h' }))
 */
export function driveClinic(clinic: Clinic): ClinicDriver {
  const { deps, ledger } = clinic
  const last: ClinicDriver['last'] = async (requestId) => {
    const transaction = (await deps.store.listTransactions(requestId)).at(-1)
    if (transaction === undefined) throw new Error('the request has no transaction')
    return transaction
  }
  return {
    last,
    async approve(raw = {}, by = 'alice') {
      const input = parseRequestInput(
        { kind: 'grant', record: '1', staff: '<@U0NADIA>', limit: '500', reason: 'ward round', ...raw },
        { network: 'devnet' },
      )
      const delivery = `${Math.random()}`
      const { request } = await submitRequest(deps, { account: clinic.account(by), delivery, input })
      await decideRequest(deps, {
        account: clinic.account('cmo'),
        delivery: `${delivery}-approve`,
        requestId: request.id,
        decision: 'approve',
        reason: null,
        clicked: 'command',
      })
      clinic.clock.advance(1)
      return request.id
    },
    advance: async (requestId) => advanceTransaction(deps, { transactionId: (await last(requestId)).id }),
    async eventsOnChain() {
      const { events } = await ledger.getContractEvents({ limit: 100 })
      return events
        .flatMap(({ value }) =>
          value === null || value.event === 'medical-record-created' ? [] : [value.event],
        )
        .reverse()
    },
  }
}
