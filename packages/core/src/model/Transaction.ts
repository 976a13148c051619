/**
 * How far a transaction is: `queued → signed → unknown → broadcast → included → final`.
 *
 * - `unknown` is written before each first send, so `signed` always means that no node has the bytes; after that line
 *   one may. It stays where the answer is lost.
 * - `aborted`: included with an error, and the nonce is spent. Like `included` it may be undone by a reorg, which leads
 *   back to `broadcast`; it is an end only once `finalAt` is set, and keeps its name then.
 * - Ends: `final`, `aborted` with `finalAt`, `replaced` (another transaction took the nonce; a new one was queued),
 *   `dropped`, and `refused` (never signed or never accepted: nothing of it is on chain).
 */
export type TransactionStatus =
  | 'queued'
  | 'signed'
  | 'broadcast'
  | 'unknown'
  | 'included'
  | 'final'
  | 'aborted'
  | 'dropped'
  | 'replaced'
  | 'refused'

/** The one effect on chain that an approved request becomes. */
export type Transaction = {
  readonly id: string
  readonly requestId: string
  /** The principal whose key signs. */
  readonly signer: string
  readonly status: TransactionStatus
  /** `0x` and 64 hex digits; null while queued. */
  readonly txid: string | null
  readonly nonce: bigint | null
  /** µSTX. */
  readonly fee: bigint | null
  /** The signed bytes as hex: what is sent, and sent again, is always these. */
  readonly bytes: string | null
  /** The transaction whose place this one took. */
  readonly replaces: string | null
  /** Why it was refused, aborted or has to wait: a stable code and a sentence for people. */
  readonly failure: { readonly code: string; readonly message: string } | null
  readonly blockHeight: number | null
  readonly blockHash: string | null
  readonly createdAt: Date
  readonly signedAt: Date | null
  readonly broadcastAt: Date | null
  readonly includedAt: Date | null
  readonly finalAt: Date | null
  /** When it is to be looked at next. */
  readonly nextAttemptAt: Date
  readonly attempts: number
}
