import { expect, test } from 'vitest'
import { escapeMarkup } from './escapeMarkup.ts'

test.each([
  ['plain words, and 3.5 or a-b', 'plain words, and 3.5 or a-b'],
  ['**a** _b_ ~~c~~ ||d||', '\\*\\*a\\*\\* \\_b\\_ \\~\\~c\\~\\~ \\|\\|d\\|\\|'],
  ['`a` ```b```', '\\`a\\` \\`\\`\\`b\\`\\`\\`'],
  ['<@5> <@&5> <#5> @everyone', '\\<\\@5\\> \\<\\@&5\\> \\<\\#5\\> \\@everyone'],
  ['[bank](https://evil.example)', '\\[bank\\](https\\://evil.example)'],
  ['<t:1:R> :skull: </ban:5>', '\\<t\\:1\\:R\\> \\:skull\\: \\</ban\\:5\\>'],
  ['\\*a', '\\\\\\*a'],
  ['# a\n### b\n-# c', '\\# a\n\\#\\#\\# b\n\\-\\# c'],
  ['- a\n  + b\n* c', '\\- a\n  \\+ b\n\\* c'],
  ['1. a\n 22. b', '1\\. a\n 22\\. b'],
  ['> a\n>>> b', '\\> a\n\\>\\>\\> b'],
])('%s is shown to the letter', (text, markup) => {
  expect(escapeMarkup(text)).toBe(markup)
})

test('what continues a line that another text began cannot complete a list', () => {
  expect(`1${escapeMarkup('. a')}`).toBe('1\\. a')
})
