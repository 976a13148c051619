import fc from 'fast-check'

/** Cut off, prolonged, or with some of its bytes changed. */
export function damage(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const changes = fc.array(fc.tuple(fc.nat(Math.max(0, bytes.length - 1)), fc.nat(255)), {
    minLength: 1,
    maxLength: 4,
  })
  return fc.oneof(
    changes.map((list) => {
      const changed = Uint8Array.from(bytes)
      for (const [at, byte] of list) changed[at] = byte
      return changed
    }),
    fc.nat(bytes.length).map((end) => bytes.subarray(0, end)),
    fc.uint8Array({ minLength: 1, maxLength: 20 }).map((tail) => Uint8Array.from([...bytes, ...tail])),
  )
}
