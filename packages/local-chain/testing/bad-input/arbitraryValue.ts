import fc from 'fast-check'

/** Bytes that begin like Clarity values: deep, huge, of wrong lengths, of characters that none has. */
export function arbitraryValue(): fc.Arbitrary<string> {
  const prefix = fc.constantFrom(...'00 01 02 05 06 07 08 0a 0b 0c 0d 0e 0f ff'.split(' '))
  const length = fc.constantFrom('00000000', '00000001', '00000002', '00100000', '7fffffff', 'ffffffff')
  const tail = fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString('hex'))
  return fc.oneof(
    fc.tuple(prefix, length, tail).map((parts) => parts.join('')),
    fc.tuple(prefix, tail).map((parts) => parts.join('')),
    fc
      .tuple(fc.constantFrom('0a', '07', '08'), fc.integer({ min: 1, max: 3000 }))
      .map(([some, depth]) => `${some.repeat(depth)}09`),
    fc.integer({ min: 1, max: 2000 }).map((depth) => `${'0b00000001'.repeat(depth)}03`),
    fc.constantFrom(
      '0d0000000100',
      '0d00000001e9',
      '0e00000001ff',
      '0e00000004f0908080',
      '0b000000020303',
      '0b000000020309',
    ),
  )
}
