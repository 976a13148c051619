import fc from 'fast-check'

/** What a client may send once it speaks WebSocket: requests, other messages, frames that break the protocol, noise. */
export function arbitraryFrames(): fc.Arbitrary<Uint8Array> {
  const request = fc.record(
    {
      jsonrpc: fc.constantFrom('2.0', '1.0', 2),
      id: fc.oneof(fc.integer(), fc.string(), fc.constant(null), fc.object()),
      method: fc.constantFrom('subscribe', 'unsubscribe', 'toString', '', 7),
      params: fc.oneof(
        fc.record({
          event: fc.constantFrom(
            'block',
            'tx_update',
            'address_tx_update',
            'nft_asset_event',
            '__proto__',
            1,
          ),
          tx_id: fc.constantFrom('00'.repeat(32), '0x', 5),
          address: fc.string(),
        }),
        fc.jsonValue(),
      ),
    },
    { requiredKeys: [] },
  )
  const payload = fc.oneof(
    fc
      .oneof(request, fc.array(request, { maxLength: 3 }))
      .map((message) => Buffer.from(JSON.stringify(message))),
    fc.uint8Array({ maxLength: 100 }).map((bytes) => Buffer.from(bytes)),
  )
  const frame = fc
    .tuple(
      fc.constantFrom(0x81, 0x82, 0x89, 0x88, 0x01, 0x80, 0x8f, 0xc1),
      fc.constantFrom(0x80, 0x80, 0),
      payload,
    )
    .map(([first, masked, content]) => {
      const length =
        content.length < 126
          ? [masked | content.length]
          : [masked | 126, content.length >> 8, content.length & 255]
      // A mask of zeros leaves the payload as it is.
      return Buffer.concat([Uint8Array.from([first, ...length, ...(masked ? [0, 0, 0, 0] : [])]), content])
    })
  const noise = fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes))
  return fc
    .array(fc.oneof({ weight: 4, arbitrary: frame }, { weight: 1, arbitrary: noise }), { maxLength: 4 })
    .map(Buffer.concat)
}
