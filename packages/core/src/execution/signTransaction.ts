import type { Deps } from '../Deps.ts'
import type { Transaction } from '../model/Transaction.ts'
import { toContractCall } from '../requests/toContractCall.ts'
import { applyVerdict } from './applyVerdict.ts'
import { checkExecution } from './checkExecution.ts'
import { chooseNonce } from './chooseNonce.ts'
import { postpone } from './postpone.ts'

const WAIT_MS = 5_000
/** How often another signature for the same signer may come first before this one steps back and lets the sweep return. */
const MAX_RACES = 8

/**
 * queued → signed: everything is checked again, then the signed bytes with their nonce are stored; nothing is sent.
 *
 * The signer's fencing number is read before the nonces and advanced with the store of the bytes: of two processes
 * that chose from the same state, one stores. The other's signature is thrown away unsent and it chooses again.
 */
export async function signTransaction(deps: Deps, transaction: Transaction): Promise<Transaction | null> {
  const request = await deps.store.getRequest(transaction.requestId)
  if (request === null) return null
  const verdict = await checkExecution(deps, { request })
  if (verdict.kind !== 'send') return applyVerdict(deps, transaction, verdict)

  for (let race = 0; race < MAX_RACES; race += 1) {
    const fence = await deps.store.getSignerFence(transaction.signer)
    const [chain, heldNonces] = await Promise.all([
      deps.ledger.getNonces({ principal: transaction.signer }),
      deps.store.listHeldNonces(transaction.signer),
    ])
    const nonce = chooseNonce({ ...chain, heldNonces })
    if (nonce === null) {
      return postpone(deps, transaction, {
        delayMs: WAIT_MS,
        failure: {
          code: 'TOO_MANY_UNCONFIRMED',
          message: 'Earlier transactions of the same signer have to be included first.',
        },
      })
    }
    const prepared = await deps.ledger.prepare({
      call: toContractCall(request),
      signer: verdict.signer,
      nonce,
    })

    const now = deps.clock.now()
    const outcome = await deps.store.transaction(async (unit) => {
      if (!(await unit.advanceSignerFence({ signer: transaction.signer, fence }))) return 'raced' as const
      const moved = await unit.moveTransaction({
        id: transaction.id,
        from: ['queued'],
        to: 'signed',
        patch: { ...prepared, signedAt: now, nextAttemptAt: now, attempts: 0, failure: null },
      })
      if (moved === null) return null
      await unit.appendAudit([
        {
          at: now,
          action: 'transaction-signed',
          actor: null,
          account: null,
          requestId: request.id,
          recordId: request.recordId,
          detail: { txid: prepared.txid, nonce: nonce.toString(), fee: prepared.fee.toString() },
        },
      ])
      return moved
    })
    if (outcome !== 'raced') return outcome
  }
  return null
}
