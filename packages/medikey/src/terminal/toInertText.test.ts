import { expect, test } from 'vitest'
import { toInertText } from './toInertText.ts'

test.each([
  ['a colour', '\u001b[31mred\u001b[0m', 'red'],
  ['a cleared screen', 'ward\u001b[2J\u001b[H round', 'ward round'],
  ['a window title', '\u001b]0;owned\u0007ward', 'ward'],
  ['a link to elsewhere', '\u001b]8;;https://evil.example\u0007ward\u001b]8;;\u0007', 'ward'],
  ['a sequence of C1 controls', '\u009b31mred', 'red'],
  ['a lone escape', 'ward\u001b', 'ward'],
  ['a bell, a backspace and a NUL', 'w\u0007a\u0008r\u0000d', 'ward'],
  ['a carriage return that would write over the line', 'grant\rdeny', 'grant\ndeny'],
  ['a turned reading direction', 'a\u202edrow\u2069', 'adrow'],
  ['invisible characters', 'wa\u200brd\ufeff\u00ad', 'ward'],
  ['a tab', 'a\tb', 'a b'],
  ['line separators', 'a\u2028b\u2029c\r\nd', 'a\nb\nc\nd'],
])('takes out %s', (_, hostile, inert) => {
  expect(toInertText(hostile)).toBe(inert)
})

test.each([
  ['emoji made of several', 'on call 👩🏽‍⚕️🏥'],
  ['Arabic, Hindi and Japanese', 'جولة क्षि 病棟'],
  ['markup of chat platforms', '<@U123> *bold* `code` <!channel>'],
])('keeps %s', (_, text) => {
  expect(toInertText(text)).toBe(text)
})
