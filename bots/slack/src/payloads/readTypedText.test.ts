import { expect, test } from 'vitest'
import { readCommandText } from './readCommandText.ts'
import { readTypedText } from './readTypedText.ts'

test.each([
  ['a &lt;b&gt; &amp; c', 'a <b> & c'],
  ['&amp;lt;', '&lt;'],
  ['ask <@U0BEN|ben>', 'ask @ben'],
  ['ask <@U0BEN|>', 'ask @U0BEN'],
  ['ask <@U0BEN>', 'ask @U0BEN'],
  ['in <#C0WARD|ward>', 'in #ward'],
  ['<!here> <!subteam^S1|nurses>', '@here @nurses'],
  ['see <https://a.example/x|a.example/x>', 'see https://a.example/x'],
  ['<mailto:a@b.example|a@b.example>', 'mailto:a@b.example'],
  ['plain', 'plain'],
])('%s was meant as %s', (sent, meant) => {
  expect(readTypedText(sent)).toBe(meant)
})

test('a mention stays one word, whatever the person is called', () => {
  expect(readCommandText('grant 7 <@U0NADIA|Nadia  K. Keller> 500 for the <ward>')).toBe(
    'grant 7 <@U0NADIA|Nadia_K._Keller> 500 for the <ward>',
  )
})
