import { randomUUID } from 'node:crypto'
import type { Deps } from '../Deps.ts'
import type { Transaction } from '../model/Transaction.ts'
import { adoptTwin } from './adoptTwin.ts'
import { createTransaction } from './createTransaction.ts'
import { isFinalBlock } from './isFinalBlock.ts'
import { moveAndTell } from './moveAndTell.ts'
import { postpone } from './postpone.ts'
import { recogniseOwn } from './recogniseOwn.ts'

const WAIT_MS = 2_000

/**
 * The node says that the nonce is taken. Usually by this very transaction, whose answer was lost: then it counts as
 * sent. If the chain does not know our txid, an API that lags behind its node may hide it, so the request is signed
 * anew only once another transaction at the same nonce is final, and only if that one did not do the same. Signing
 * sooner could open a second allowance.
 */
export async function resolveNonceConflict(
  deps: Deps,
  transaction: Transaction,
): Promise<Transaction | null> {
  const { txid, nonce } = transaction
  if (txid === null || nonce === null) return null
  const own = await recogniseOwn(deps, transaction)
  if (own !== null) return own
  const other = await deps.ledger.getTransactionAtNonce({ principal: transaction.signer, nonce })
  if (
    other !== null &&
    other.txid !== txid &&
    other.block !== null &&
    (await isFinalBlock(deps, { height: other.block.height }))
  ) {
    return (await adoptTwin(deps, transaction, { twin: other })) ?? replaceTransaction(deps, transaction)
  }
  return postpone(deps, transaction, {
    delayMs: WAIT_MS,
    failure: {
      code: 'NONCE_TAKEN',
      message:
        'Another transaction of the same signer holds its place. It is sent anew once that one is final.',
    },
  })
}

async function replaceTransaction(deps: Deps, transaction: Transaction): Promise<Transaction | null> {
  const now = deps.clock.now()
  return moveAndTell(deps, transaction, {
    to: 'replaced',
    patch: {},
    audit: 'transaction-replaced',
    also: async (unit, { request }) => {
      const next = createTransaction({ id: randomUUID(), request, replaces: transaction.id, at: now })
      await unit.insertTransaction(next)
      await unit.enqueue({ name: 'execute', transactionId: next.id })
    },
  })
}
