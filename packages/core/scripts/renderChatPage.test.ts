import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { renderChatPage } from './renderChatPage.ts'

test('docs/chat.md tells the subcommands and scenarios that there are; npm run generate writes them', () => {
  const page = readFileSync(new URL('../../../docs/chat.md', import.meta.url), 'utf8')
  expect(renderChatPage(page)).toBe(page)
})

test('a page without a place for a table is refused', () => {
  expect(() => renderChatPage('# Chat')).toThrow('has no <!-- subcommands')
})
