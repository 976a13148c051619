/** How many unconfirmed transactions of one signer a node chains at most. */
const CHAINING_LIMIT = 25n

/**
 * Chooses the next nonce: the smallest one that neither the chain nor one of our own unresolved transactions holds, so
 * that a gap is filled before anything is put behind it. There is no counter that could drift.
 *
 * @param options.lastConfirmedNonce null for an account that never sent
 * @param options.pendingNonces what the chain has in its mempool
 * @param options.heldNonces what our own signed and unresolved transactions hold, whether or not the chain knows them
 * @returns null when the node would refuse one more unconfirmed transaction: wait
 */
export function chooseNonce(options: {
  lastConfirmedNonce: bigint | null
  pendingNonces: readonly bigint[]
  heldNonces: readonly bigint[]
}): bigint | null {
  const first = options.lastConfirmedNonce === null ? 0n : options.lastConfirmedNonce + 1n
  const taken = new Set([...options.pendingNonces, ...options.heldNonces])
  let nonce = first
  while (taken.has(nonce)) nonce += 1n
  return nonce - first < CHAINING_LIMIT ? nonce : null
}
