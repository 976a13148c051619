import { BytesReader, deserializePayload, PayloadType } from '@stacks/transactions'
import { z } from 'zod'
import type { App } from '../../http/RouteDeps.ts'
import { hexToBytes } from './hexToBytes.ts'
import { readJson } from './readJson.ts'
import { refuseRequest } from './refuseRequest.ts'

const bodySchema = z.object({
  transaction_payload: z.string(),
  estimated_len: z.number().int().nonnegative().nullish(),
})

/** A call or deployment is estimated alike: there is no market here whose past could tell more. */
const estimatedCost = {
  read_count: 10,
  read_length: 5000,
  runtime: 50_000,
  write_count: 2,
  write_length: 500,
}
/** µSTX a byte: what a node demands, and what a patient and an impatient sender may want to add. */
const feeRates = [1, 2, 5]
/** What version, chain id, one signature and an empty list of post-conditions take. */
const bytesBesidesPayload = 115

/** `POST /v2/fees/transaction`: three fees that the mempool takes, the lowest just so. */
export function estimateFee(app: App): void {
  app.post('/v2/fees/transaction', async (c) => {
    const body = await readJson(c, bodySchema)
    if ('problem' in body) return refuseRequest(c, body.problem)
    const payload = hexToBytes(body.data.transaction_payload)
    if (payload === null) return refuseRequest(c, 'Bad hex string supplied for transaction payload')
    const type = decodePayloadType(payload)
    if (type === null) return refuseRequest(c, 'Failed to deserialize transaction payload')
    if (type === PayloadType.TokenTransfer) {
      // Nodes estimate only what costs something to run; clients then ask for the price of a transfer.
      return c.json(
        {
          error: 'Estimation could not be performed',
          reason: 'NoEstimateAvailable',
          reason_data: { message: 'No estimate available for the provided payload.' },
        },
        400,
      )
    }
    const length = Math.max(body.data.estimated_len ?? 0, payload.length + bytesBesidesPayload)
    return c.json({
      estimated_cost: estimatedCost,
      estimated_cost_scalar: length,
      cost_scalar_change_by_byte: 1,
      estimations: feeRates.map((rate) => ({ fee: length * rate, fee_rate: rate })),
    })
  })
}

function decodePayloadType(payload: Uint8Array): PayloadType | null {
  try {
    const reader = new BytesReader(payload)
    const { payloadType } = deserializePayload(reader)
    // Past the end the reader counts on, and may count in NaN.
    return reader.consumed <= payload.length ? payloadType : null
  } catch {
    return null
  }
}
