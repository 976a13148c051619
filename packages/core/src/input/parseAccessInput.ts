import { parseLimit } from './parseLimit.ts'
import { parseOptionalDuration } from './parseOptionalDuration.ts'
import { parseReason } from './parseReason.ts'
import { parseRecordId } from './parseRecordId.ts'
import { readParts } from './readParts.ts'

/** What somebody who asks for access of their own typed; parts may be missing. */
export type RawAccessInput = {
  readonly record?: string | undefined
  readonly limit?: string | undefined
  readonly duration?: string | undefined
  readonly reason?: string | undefined
}

/** Access that somebody asks for themselves; whether they may is decided by `requestAccess`. */
export type AccessInput = {
  readonly recordId: bigint
  readonly accessLimit: bigint
  readonly durationMs: number | null
  readonly reason: string
}

/**
 * Reads what somebody asks for themselves, without looking anything up.
 *
 * @throws InvalidInputError with every problem
 * @example
 * parseAccessInput({ record: '7', limit: '500', duration: '8h', reason: 'night cover' })
 */
export function parseAccessInput(raw: RawAccessInput): AccessInput {
  return readParts<AccessInput>({
    recordId: () => parseRecordId(raw.record ?? ''),
    accessLimit: () => parseLimit(raw.limit ?? ''),
    durationMs: () => parseOptionalDuration(raw.duration),
    reason: () => parseReason(raw.reason ?? ''),
  })
}
