import { createHash } from 'node:crypto'
import { contractSource } from '@medikey/contract-client'

/** The source that is deployed, so that it can be compared with `sha256sum contracts/medvault.clar`. */
export const sourceFacts = {
  bytes: Buffer.byteLength(contractSource),
  sha256: createHash('sha256').update(contractSource).digest('hex'),
} as const
