import { readFileSync } from 'node:fs'
import { contractSource } from '@medikey/contract-client'
import { describe, expect, test } from 'vitest'

const page = readFileSync(new URL('../docs/contract.md', import.meta.url), 'utf8')
const find = (pattern: RegExp) =>
  [...contractSource.matchAll(pattern)].map(([, name = '', rest = '']) => ({ name, rest }))

const functions = find(/\(define-(?:public|read-only) \(([\w?-]+)/g)
const errors = find(/\(define-constant (ERR_\w+) \(err (u\d+)\)/g)
const events = find(/event: "([\w-]+)"([^}]*)\}/g)

describe('docs/contract.md has a row', () => {
  test.each(functions)('of the function $name', ({ name }) => {
    expect(page).toContain(`\n| \`${name}\``)
  })

  test.each(errors)('of the error $name with its number', ({ name, rest }) => {
    expect(page).toContain(`\n| ${rest} | \`${name}\` |`)
  })

  test.each(events)('of the event $name with its fields', ({ name, rest }) => {
    const row = page.split('\n').find((line) => line.startsWith(`| \`${name}\` |`))
    for (const [, field = ''] of rest.matchAll(/([\w-]+):/g)) expect(row).toContain(field)
  })
})

test('the contract has as many functions, errors and events as are looked for', () => {
  expect([functions.length, errors.length, events.length]).toEqual([17, 9, 7])
})
