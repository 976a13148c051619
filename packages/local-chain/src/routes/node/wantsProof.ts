import type { Context } from 'hono'

/**
 * True when a request is to be answered with a proof, as nodes do unless told otherwise. The local chain keeps
 * no Merkle tree; its proofs are empty, as a node's are for what does not exist.
 */
export function wantsProof(c: Context): boolean {
  return (c.req.query('proof') ?? '1') === '1'
}
