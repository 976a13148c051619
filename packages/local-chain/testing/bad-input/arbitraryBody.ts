import fc from 'fast-check'
import { arbitraryValue } from './arbitraryValue.ts'
import { damageHex } from './damageHex.ts'
import type { Known } from './Known.ts'

/** Bodies by the kind of route that reads them, whole and damaged, and others that none reads. */
export function arbitraryBody({ transaction, values, address }: Known) {
  const value = fc.oneof(
    fc.constantFrom(...values),
    fc.constantFrom(...values).chain(damageHex),
    arbitraryValue(),
  )
  const hex = (arbitrary: fc.Arbitrary<string>) =>
    fc.tuple(arbitrary, fc.boolean()).map(([digits, isPrefixed]) => (isPrefixed ? `0x${digits}` : digits))
  const sent = fc.oneof(damageHex(transaction), damageHex(transaction).chain(damageHex))
  // What follows version, chain id, one signature, the modes and no post-condition.
  const payload = damageHex(transaction.slice(2 * 115))
  const read = fc.record({
    sender: fc.oneof(
      { weight: 4, arbitrary: fc.constant(address) },
      { weight: 1, arbitrary: fc.constant(`${address}.x`) },
      { weight: 1, arbitrary: fc.string({ maxLength: 50 }) },
    ),
    arguments: fc.array(hex(value), { maxLength: 2 }),
  })
  const control = fc.constantFrom(
    { blocks: 1 },
    { blocks: 0 },
    { count: 1 },
    { count: '1' },
    { advanceSeconds: 1 },
    { at: 'x' },
  )
  const other = fc.constantFrom(
    '['.repeat(20_000),
    '{"a":'.repeat(20_000),
    '"\\ud800"',
    '\0',
    '1e999',
    '"0x"',
    '',
  )
  return {
    transaction: fc.oneof(
      toJson(fc.record({ tx: hex(sent) })),
      sent.map((digits) => Buffer.from(digits, 'hex')),
    ),
    fees: toJson(fc.record({ transaction_payload: hex(payload) })),
    read: toJson(read),
    key: toJson(hex(value)),
    control: toJson(control),
    other: fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
      toJson(fc.jsonValue()),
      toJson(read).map((body) => body.subarray(0, body.length >> 1)),
      other.map((text) => Buffer.from(text)),
    ),
  }
}

function toJson(content: fc.Arbitrary<unknown>): fc.Arbitrary<Buffer> {
  return content.map((value) => Buffer.from(JSON.stringify(value)))
}
