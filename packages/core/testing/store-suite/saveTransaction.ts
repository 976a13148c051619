import type { Transaction } from '../../src/model/Transaction.ts'
import type { Store } from '../../src/ports/Store.ts'
import { sampleTransaction } from '../samples/sampleTransaction.ts'
import { saveRequest } from './saveRequest.ts'

/** Saves a transaction that differs from the sample as told, with an approved request unless one is named. */
export async function saveTransaction(
  store: Store,
  overrides: Partial<Transaction> = {},
): Promise<Transaction> {
  const requestId = overrides.requestId ?? (await saveRequest(store, { status: 'approved' })).id
  const transaction = sampleTransaction({ ...overrides, requestId })
  await store.transaction((unit) => unit.insertTransaction(transaction))
  return transaction
}
