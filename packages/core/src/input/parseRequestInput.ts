import type { Network } from '@medikey/contract-client'
import { type InputProblem, InvalidInputError } from '../errors/InvalidInputError.ts'
import type { AccessKind } from '../model/AccessRequest.ts'
import { parseDuration } from './parseDuration.ts'
import { type PersonInput, parsePerson } from './parsePerson.ts'
import { parseReason } from './parseReason.ts'
import { parseRecordId } from './parseRecordId.ts'
import { parseUint, type UintProblem } from './parseUint.ts'

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

const LIMIT_PROBLEMS: Record<UintProblem, string> = {
  'not-a-number': 'The limit is a whole number of volume units, such as 500.',
  negative: 'The limit cannot be negative. Give a whole number above 0, such as 500.',
  decimals: 'The limit is a whole number, without decimals, such as 500.',
  zero: 'A limit of 0 would grant nothing. Give a whole number above 0; to take access away use /medikey revoke.',
  'too-large': 'The limit is larger than any record can hold. Give the volume that is needed, such as 500.',
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
  const problems: InputProblem[] = []
  function collect<T>(read: () => T): T | undefined {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error
      problems.push(...error.problems)
      return undefined
    }
  }

  const recordId = collect(() => parseRecordId(raw.record ?? ''))
  const medicalStaff = collect(() => parsePerson(raw.staff ?? '', options))
  const accessLimit = raw.kind === 'grant' ? collect(() => parseLimit(raw.limit ?? '')) : null
  const durationMs = raw.kind === 'grant' ? collect(() => parseOptionalDuration(raw.duration)) : null
  const reason = collect(() => parseReason(raw.reason ?? ''))

  if (
    recordId === undefined ||
    medicalStaff === undefined ||
    accessLimit === undefined ||
    durationMs === undefined ||
    reason === undefined
  ) {
    throw new InvalidInputError(problems)
  }
  return { kind: raw.kind, recordId, medicalStaff, accessLimit, durationMs, reason }
}

function parseLimit(text: string): bigint {
  const limit = parseUint(text)
  if (typeof limit === 'bigint') return limit
  throw new InvalidInputError([{ field: 'limit', message: LIMIT_PROBLEMS[limit] }])
}

function parseOptionalDuration(text: string | undefined): number | null {
  if (text === undefined || text.trim() === '') return null
  const duration = parseDuration(text)
  if (duration !== null) return duration
  throw new InvalidInputError([
    {
      field: 'duration',
      message:
        'The duration is a number with m, h, d or w, up to a year: 30m, 8h, 7d, 2w. Leave it out for no end.',
    },
  ])
}
