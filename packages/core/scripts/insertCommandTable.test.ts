import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { insertCommandTable } from './insertCommandTable.ts'

test('docs/chat.md tells the subcommands that there are; npm run generate writes them', () => {
  const page = readFileSync(new URL('../../../docs/chat.md', import.meta.url), 'utf8')
  expect(insertCommandTable(page)).toBe(page)
})

test('a page without a place for the table is refused', () => {
  expect(() => insertCommandTable('# Chat')).toThrow('has no <!-- subcommands')
})
