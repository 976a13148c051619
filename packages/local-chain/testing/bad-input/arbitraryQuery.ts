import fc from 'fast-check'

/** Query strings with the names that routes read, and values that they may not like. */
export function arbitraryQuery(): fc.Arbitrary<string> {
  const name = fc.constantFrom(
    'limit',
    'offset',
    'cursor',
    'proof',
    'include',
    'tx_id',
    'address',
    'tip',
    '%00',
    '',
  )
  const value = fc.oneof(
    fc.constantFrom(
      '0',
      '1',
      '-1',
      '50',
      '51',
      'NaN',
      '1.5',
      '1e99',
      '99999999999999999999',
      '%',
      '%00',
      '%ff',
      '',
    ),
    fc.constantFrom(
      '0x',
      '1:2:3',
      '1:2:3:4',
      `0x${'ab'.repeat(32)}`,
      `1:0x${'ab'.repeat(32)}`,
      'result',
      'events,',
    ),
    fc.string({ maxLength: 12 }).map((text) => encodeURIComponent(text.toWellFormed())),
  )
  const pairs = fc.array(fc.tuple(name, value), { maxLength: 3 })
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant('') },
    {
      weight: 1,
      arbitrary: pairs.map((list) => `?${list.map(([key, text]) => `${key}=${text}`).join('&')}`),
    },
  )
}
