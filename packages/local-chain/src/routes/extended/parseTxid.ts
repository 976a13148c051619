import { ApiError } from './ApiError.ts'

/**
 * Reads a transaction id, with or without `0x`.
 *
 * @throws ApiError 400
 */
export function parseTxid(text: string): string {
  if (!/^(0x)?[a-fA-F0-9]{64}$/.test(text)) {
    throw new ApiError({ status: 400, message: 'params/tx_id must match pattern "^(0x)?[a-fA-F0-9]{64}$"' })
  }
  return `0x${text.replace(/^0x/, '').toLowerCase()}`
}
