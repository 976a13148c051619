import { z } from 'zod'
import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { UndecodableTransactionError } from '../../transactions/UndecodableTransactionError.ts'
import { readBody } from './readBody.ts'
import { refuseRequest } from './refuseRequest.ts'

const jsonSchema = z.object({ tx: z.string(), attachment: z.string().nullish() })

/** `POST /v2/transactions`: a signed transaction, as bytes or as hex in JSON. */
export function postTransaction(app: App, { miner }: RouteDeps): void {
  app.post('/v2/transactions', async (c) => {
    const body = await readBody(c)
    if (body === null) {
      return refuseRequest(c, 'Invalid Http request: expected non-zero-length body for PostTransaction')
    }
    const contentType = c.req.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase()
    if (contentType === undefined) return refuseRequest(c, 'Missing Content-Type for transaction')
    if (contentType !== 'application/json' && contentType !== 'application/octet-stream') {
      const expected = 'expected application/json or application/octet-stream'
      return refuseRequest(c, `Wrong Content-Type for transaction; ${expected}`)
    }
    const bytes = contentType === 'application/json' ? parseJson(body) : body
    if (typeof bytes === 'string') return refuseRequest(c, bytes)
    try {
      const submission = miner.submit({ bytes })
      const txid = submission.txid.slice(2)
      if (submission.accepted) return c.json(txid)
      return c.json({ txid, error: 'transaction rejected', ...submission.rejection }, 400)
    } catch (error) {
      if (error instanceof UndecodableTransactionError) return refuseRequest(c, error.shortMessage)
      throw error
    }
  })
}

// A string is what is wrong.
function parseJson(body: Uint8Array): Uint8Array | string {
  try {
    const parsed = jsonSchema.safeParse(JSON.parse(Buffer.from(body).toString('utf8')))
    if (!parsed.success) return 'Failed to parse body'
    const { tx, attachment } = parsed.data
    // Here, unlike everywhere else, a node wants bare digits.
    if (!isHex(tx)) return 'Failed to parse tx'
    if (typeof attachment === 'string' && !isHex(attachment)) return 'Failed to parse attachment'
    return new Uint8Array(Buffer.from(tx, 'hex'))
  } catch {
    return 'Failed to parse body'
  }
}

function isHex(text: string): boolean {
  return /^(?:[0-9a-fA-F]{2})*$/.test(text)
}
