import { z } from 'zod'
import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { UndecodableTransactionError } from '../../transactions/UndecodableTransactionError.ts'
import { hexToBytes } from './hexToBytes.ts'
import { readBody } from './readBody.ts'

const jsonSchema = z.object({ tx: z.string(), attachment: z.string().nullish() })

/** `POST /v2/transactions`: a signed transaction, as bytes or as hex in JSON. */
export function postTransaction(app: App, { miner }: RouteDeps): void {
  app.post('/v2/transactions', async (c) => {
    const body = await readBody(c)
    if (body === null) {
      return c.text('Invalid Http request: expected non-zero-length body for PostTransaction', 400)
    }
    const contentType = c.req.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase()
    if (contentType === undefined) return c.text('Missing Content-Type for transaction', 400)
    if (contentType !== 'application/json' && contentType !== 'application/octet-stream') {
      const expected = 'expected application/json or application/octet-stream'
      return c.text(`Wrong Content-Type for transaction; ${expected}`, 400)
    }
    const bytes = contentType === 'application/json' ? parseJson(body) : body
    if (typeof bytes === 'string') return c.text(bytes, 400)
    try {
      const submission = miner.submit({ bytes })
      const txid = submission.txid.slice(2)
      if (submission.accepted) return c.json(txid)
      return c.json({ txid, error: 'transaction rejected', ...submission.rejection }, 400)
    } catch (error) {
      if (error instanceof UndecodableTransactionError) return c.text(error.shortMessage, 400)
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
    if (typeof attachment === 'string' && hexToBytes(attachment) === null) return 'Failed to parse attachment'
    return hexToBytes(tx) ?? 'Failed to parse tx'
  } catch {
    return 'Failed to parse body'
  }
}
