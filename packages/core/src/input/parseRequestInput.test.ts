import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InvalidInputError } from '../errors/InvalidInputError.ts'
import { isComplete, parseRequestInput, type RawRequestInput } from './parseRequestInput.ts'

const RAW: RawRequestInput = {
  kind: 'grant',
  record: '7',
  staff: '<@U0NADIA>',
  limit: '500',
  duration: '8h',
  reason: 'ward round',
}

const parse = (raw: Partial<RawRequestInput>) => parseRequestInput({ ...RAW, ...raw }, { network: 'devnet' })

function problems(raw: Partial<RawRequestInput>) {
  try {
    parse(raw)
    return []
  } catch (error) {
    return error instanceof InvalidInputError ? error.problems.map(({ field }) => field) : ['crashed']
  }
}

test('reads a grant', () => {
  expect(parse({})).toEqual({
    kind: 'grant',
    recordId: 7n,
    medicalStaff: { userId: 'U0NADIA' },
    accessLimit: 500n,
    durationMs: 28_800_000,
    reason: 'ward round',
  })
})

test('reads people by mention on both platforms, and by principal of the network', () => {
  expect(parse({ staff: '<@U0NADIA|nadia>' }).medicalStaff).toEqual({ userId: 'U0NADIA' })
  expect(parse({ staff: '<@!100000000000000001>' }).medicalStaff).toEqual({ userId: '100000000000000001' })
  const principal = 'ST2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NNC'
  expect(parse({ staff: principal }).medicalStaff).toEqual({ principal })
  expect(parse({ staff: `${principal}.wallet` }).medicalStaff).toEqual({ principal: `${principal}.wallet` })
})

test.each([
  ['1', 1n],
  ['1_000', 1000n],
  ['1,000', 1000n],
  [' 007 ', 7n],
  ['340282366920938463463374607431768211455', 2n ** 128n - 1n],
])('reads the limit %j', (limit, value) => {
  expect(parse({ limit }).accessLimit).toBe(value)
})

describe('refuses', () => {
  test.each<[string, Partial<RawRequestInput>, string]>([
    ['a limit of 0', { limit: '0' }, 'limit'],
    ['a negative limit', { limit: '-5' }, 'limit'],
    ['a limit with decimals', { limit: '0.5' }, 'limit'],
    ['a limit with an exponent', { limit: '1e3' }, 'limit'],
    ['a limit in hexadecimal', { limit: '0x10' }, 'limit'],
    ['a limit beyond 2^128-1', { limit: '340282366920938463463374607431768211456' }, 'limit'],
    ['a limit of a million digits', { limit: '9'.repeat(1_000_000) }, 'limit'],
    ['no limit', { limit: '' }, 'limit'],
    ['a record that is no number', { record: 'seven' }, 'record'],
    ['record 0', { record: '0' }, 'record'],
    ['no person', { staff: ' ' }, 'staff'],
    ['a name typed by hand', { staff: '@nadia' }, 'staff'],
    ['two mentions', { staff: '<@U0NADIA><@U0TOM>' }, 'staff'],
    ['a principal of another network', { staff: 'SP2J6ZY48GV1EZ5V2V5RB9MP66SW86PYKKNRV9EJ7' }, 'staff'],
    ['a principal with a wrong digit', { staff: 'ST2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NND' }, 'staff'],
    ['an empty reason', { reason: '   ' }, 'reason'],
    ['a reason of 10,000 characters', { reason: 'x'.repeat(10_000) }, 'reason'],
    ['a reason of control characters', { reason: '\u0000\u0007\u202e' }, 'reason'],
    ['a duration without a unit', { duration: '8' }, 'duration'],
    ['a duration of 0', { duration: '0h' }, 'duration'],
    ['a duration beyond a year', { duration: '60w' }, 'duration'],
  ])('%s', (_, raw, field) => {
    expect(problems(raw)).toEqual([field])
  })

  test('everything at once, each problem at its field', () => {
    expect(problems({ record: 'x', staff: 'y', limit: 'z', duration: 'q', reason: '' })).toEqual([
      'record',
      'staff',
      'limit',
      'duration',
      'reason',
    ])
  })
})

test('counts a reason as a person does: 500 family emoji are 500 characters', () => {
  expect(parse({ reason: '👨‍👩‍👧'.repeat(100) }).reason).toHaveLength(800)
  expect(problems({ reason: 'é'.repeat(501) })).toEqual(['reason'])
  expect(problems({ reason: 'é'.repeat(500) })).toEqual([])
})

test('keeps markup in a reason as text', () => {
  expect(parse({ reason: '<!channel> *bold* <@U0BEN>' }).reason).toBe('<!channel> *bold* <@U0BEN>')
})

test('a form is needed exactly while a part is missing', () => {
  expect(isComplete(RAW)).toBe(true)
  expect(isComplete({ ...RAW, duration: undefined })).toBe(true)
  expect(isComplete({ ...RAW, limit: undefined })).toBe(false)
  expect(isComplete({ ...RAW, reason: ' ' })).toBe(false)
  expect(isComplete({ kind: 'revoke', record: '7', staff: '<@U0NADIA>', reason: 'over' })).toBe(true)
})

test('whatever is typed is read or refused with a sentence, never a crash', () => {
  const text = fc.string({ unit: 'binary', maxLength: 200 })
  fc.assert(
    fc.property(
      fc.record({ record: text, staff: text, limit: text, duration: text, reason: text }),
      (raw) => {
        expect(problems(raw)).not.toContain('crashed')
      },
    ),
  )
})
