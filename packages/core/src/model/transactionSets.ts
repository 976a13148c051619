import type { TransactionStatus } from './Transaction.ts'

/**
 * What a transaction's status means for its request and for its signer's nonces. `aborted` belongs to a set only until
 * `finalAt` is set: before that a reorg may bring it back.
 *
 * @example
 * const isUnfinished = ({ status, finalAt }: Transaction) =>
 *   transactionSets.unfinished.includes(status) && (status !== 'aborted' || finalAt === null)
 */
export const transactionSets = {
  /** There is something left to do. */
  unfinished: ['queued', 'signed', 'unknown', 'broadcast', 'included', 'aborted'],
  /** Its nonce must not be chosen for another one. */
  holdsNonce: ['signed', 'unknown', 'broadcast', 'included', 'aborted'],
  /** Signed and maybe with the node, but not in a block yet. */
  underway: ['signed', 'unknown', 'broadcast'],
  /** Its request needs a new one. */
  dead: ['aborted', 'dropped', 'replaced', 'refused'],
} as const satisfies Record<string, readonly TransactionStatus[]>
