import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { ApiError } from './ApiError.ts'
import { findTransaction } from './findTransaction.ts'
import { parseTxid } from './parseTxid.ts'
import { type IncludeField, includeFields, toTransactionV3 } from './toTransactionV3.ts'

/** `GET /extended/v3/transactions/{txid}`: a transaction in a block, in the mempool or dropped from it. */
export function getTransactionV3(app: App, { chain }: RouteDeps): void {
  app.get('/extended/v3/transactions/:txid', (c) => {
    const txid = parseTxid(c.req.param('txid'))
    const include = (c.req.queries('include') ?? []).flatMap((value) => value.split(','))
    if (!include.every(isIncludeField)) {
      throw new ApiError({
        status: 400,
        message: `querystring/include must be among ${includeFields.join(', ')}`,
      })
    }
    const found = findTransaction(chain, { txid })
    if (found === null) throw new ApiError({ status: 404, message: 'Transaction not found' })
    return c.json(toTransactionV3(found, { include }))
  })
}

function isIncludeField(value: string): value is IncludeField {
  return (includeFields as readonly string[]).includes(value)
}
