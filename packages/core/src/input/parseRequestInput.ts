import type { Network } from '@medikey/contract-client'
import type { AccessKind } from '../model/AccessRequest.ts'
import { parseLimit } from './parseLimit.ts'
import { parseOptionalDuration } from './parseOptionalDuration.ts'
import { type PersonInput, parsePerson } from './parsePerson.ts'
import { parseReason } from './parseReason.ts'
import { parseRecordId } from './parseRecordId.ts'
import { readParts } from './readParts.ts'

/** A request as typed or filled into a form; parts may be missing. */
export type RawRequestInput = {
  readonly kind: AccessKind
  readonly record?: string
  readonly staff?: string
  readonly limit?: string
  readonly duration?: string
  readonly reason?: string
}

/** A request that can be read; whether it may be made is decided by `submitRequest`. */
export type RequestInput = {
  readonly kind: AccessKind
  readonly recordId: bigint
  readonly medicalStaff: PersonInput
  readonly accessLimit: bigint | null
  readonly durationMs: number | null
  readonly reason: string
}

/**
 * Says whether every part that a request must have is there; if not, a form asks for the rest.
 *
 * @example
 * isComplete({ kind: 'revoke', record: '7', staff: '<@U0NADIA>' }) // false: no reason
 */
export function isComplete(raw: RawRequestInput): boolean {
  const parts = [raw.record, raw.staff, raw.reason, ...(raw.kind === 'grant' ? [raw.limit] : [])]
  return parts.every((part) => part !== undefined && part.trim() !== '')
}

/**
 * Reads a request without looking anything up, so that a form can show each problem at its field at once.
 *
 * @throws InvalidInputError with every problem
 * @example
 * parseRequestInput({ kind: 'grant', record: '7', staff: '<@U0NADIA>', limit: '500', duration: '8h', reason: 'ward round' }, { network: 'devnet' })
 */
export function parseRequestInput(raw: RawRequestInput, options: { network: Network }): RequestInput {
  return readParts<RequestInput>({
    kind: () => raw.kind,
    recordId: () => parseRecordId(raw.record ?? ''),
    medicalStaff: () => parsePerson(raw.staff ?? '', options),
    accessLimit: () => (raw.kind === 'grant' ? parseLimit(raw.limit ?? '') : null),
    durationMs: () => (raw.kind === 'grant' ? parseOptionalDuration(raw.duration) : null),
    reason: () => parseReason(raw.reason ?? ''),
  })
}
