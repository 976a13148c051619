import { format, inspect } from 'node:util'
import { expect, test } from 'vitest'
import { createSecret } from './createSecret.ts'

const secret = createSecret('xoxb-very-secret')

test('gives the value to whoever asks by name', () => {
  expect(secret.reveal()).toBe('xoxb-very-secret')
})

test.each([
  ['a template string', () => `${secret}`],
  ['concatenation', () => `token: ${String(secret)}`],
  ['JSON', () => JSON.stringify({ token: secret })],
  ['the inspector', () => inspect({ token: secret }, { showHidden: true, depth: 9 })],
  ['the inspector with getters', () => inspect(secret, { customInspect: true, getters: true })],
  ['console formatting', () => format('%s %o %O %j', secret, secret, secret, secret)],
])('prints [redacted] in %s', (_where, print) => {
  expect(print()).toContain('[redacted]')
  expect(print()).not.toContain('very-secret')
})

test('leaves nothing to a spread, to enumeration or to the inspector told to ignore custom printing', () => {
  expect({ ...secret }).toEqual({})
  expect(Object.keys(secret)).toEqual([])
  expect(inspect(secret, { customInspect: false, showHidden: true, depth: 9 })).not.toContain('very-secret')
})

test('cannot be made to print itself afterwards', () => {
  expect(() => Object.assign(secret, { toString: () => 'mine' })).toThrow(TypeError)
  expect(() => structuredClone({ secret })).not.toThrow()
  expect(structuredClone({ secret })).toEqual({ secret: {} })
})
