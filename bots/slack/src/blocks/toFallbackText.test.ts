import { createMessage } from '@medikey/core'
import { expect, test } from 'vitest'
import { toFallbackText } from './toFallbackText.ts'

test('says the message in plain words and mentions nobody', () => {
  const person = {
    name: 'Nadia',
    principal: 'ST2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NNC',
    accounts: [{ platform: 'slack', workspace: 'T0CLINIC', userId: 'U0NADIA' }],
  }
  const message = createMessage({
    title: 'Grant <!channel>',
    paragraphs: [['for ', { person }], ['']],
    fields: [{ label: 'Reason', value: ['<@U0CMO> *now*'] }],
  })
  expect(toFallbackText(message)).toBe('Grant &lt;!channel&gt;\nfor Nadia\nReason: &lt;@U0CMO&gt; ＊now＊')
})

test('is never empty, since Slack takes no message without words', () => {
  expect(toFallbackText(createMessage({}))).toBe('MediKey')
})

test('is cut where it is long', () => {
  expect(toFallbackText(createMessage({ paragraphs: [['x'.repeat(10_000)]] }))).toMatch(/^x{1492} … \(cut\)$/)
})
