import fc from 'fast-check'

/** What people and programs put where a word is expected, and should not. */
const KNOWN_HOSTILE = [
  '',
  ' ',
  '\u0000',
  '\u200b\u2060',
  '\ud800',
  '👩‍⚕️👍🏽🇨🇭',
  'שלום עולם مرحبا',
  '\u202eDENY\u202c \u2066x',
  '<!channel> <!here> <!subteam^S1>',
  '@everyone @here <@&1>',
  '<@U0CMO> <@U0NOBODY|cmo> <@100000000000000001>',
  '<https://evil.example/|approve> [approve](https://evil.example)',
  '*bold* _italic_ ~struck~ `code` ```block``` > quote # heading ||hidden||',
  '&lt;@U0CMO&gt; &amp;amp;',
  ':white_check_mark: :no_entry:',
  '__proto__',
  'constructor',
  'toString',
  "'; drop table requests; --",
  '$' + '{process.env.HOME} {{7*7}} %s%n $(id)',
  '../../../etc/passwd',
  '{"requestId":"x"}',
  '[]',
  'null',
  'NaN',
  '-0',
  '1e309',
  '0x10',
  '٣',
  'ⅷ',
  '0.1',
  '340282366920938463463374607431768211456',
  'SP2J6ZY48GV1EZ5V2V5RB9MP66SW86PYKKNRV9EJ7',
  'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM.medvault',
  'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGX',
]

/** A text that nobody should send: empty, huge, of any script, with markup, mentions and what only looks like a value. */
export const arbitraryText: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: fc.constantFrom(...KNOWN_HOSTILE), weight: 6 },
  { arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }), weight: 2 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 40 }), weight: 2 },
  {
    arbitrary: fc
      .tuple(
        fc.constantFrom('x', '👩‍⚕️', '<@U0CMO> ', '*', '\n', 'א', '9'),
        fc.integer({ min: 100, max: 6000 }),
      )
      .map(([unit, length]) => unit.repeat(Math.ceil(length / unit.length))),
    weight: 1,
  },
)
