import { cvToString, deserializeCV } from '@stacks/transactions'
import type { App, RouteDeps } from '../../http/RouteDeps.ts'

const txidParam = ':txid{[0-9a-f]{64}}'

/** `GET /v3/transaction/{txid}` of what is mined, and `GET /v2/transactions/unconfirmed/{txid}` of what waits. */
export function getTransaction(app: App, { chain }: RouteDeps): void {
  app.get(`/v3/transaction/${txidParam}`, (c) => {
    const txid = c.req.param('txid')
    const mined = chain.index.mined.get(`0x${txid}`)
    if (mined === undefined) return c.text(`No such transaction ${txid}\n`, 404)
    return c.json({
      index_block_hash: mined.block.indexHash.slice(2),
      tx: toHex(mined.transaction.bytes),
      result: cvToString(deserializeCV(mined.execution.result)),
      block_height: mined.block.height,
      is_canonical: true,
    })
  })
  app.get(`/v2/transactions/unconfirmed/${txidParam}`, (c) => {
    const txid = c.req.param('txid')
    const pending = chain.mempool.get(`0x${txid}`)
    if (pending === undefined) {
      return c.text(`Transaction ${txid} not found in mempool or unconfirmed microblock stream`, 404)
    }
    return c.json({ tx: toHex(pending.transaction.bytes), status: 'Mempool' })
  })
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
