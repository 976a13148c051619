import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InvalidInputError } from '../errors/InvalidInputError.ts'
import { parseCommand } from './parseCommand.ts'

test('nothing typed asks for help', () => {
  expect(parseCommand('  ')).toEqual({ subcommand: 'help' })
})

test.each([
  [
    'grant 7 <@U0NADIA|nadia> 500 for 8h ward round',
    { record: '7', staff: '<@U0NADIA|nadia>', limit: '500', duration: '8h', reason: 'ward round' },
  ],
  [
    'GRANT 7 <@U0NADIA> 1,000 ward  round',
    { record: '7', staff: '<@U0NADIA>', limit: '1,000', duration: undefined, reason: 'ward round' },
  ],
  ['grant 7 <@U0NADIA> 500 for', { limit: '500', duration: undefined, reason: 'for' }],
  ['grant 7', { record: '7', staff: undefined, limit: undefined, duration: undefined, reason: '' }],
  ['grant', { record: undefined, reason: '' }],
])('takes apart %j', (text, raw) => {
  expect(parseCommand(text)).toEqual({
    subcommand: 'grant',
    raw: expect.objectContaining({ kind: 'grant', ...raw }),
  })
})

test('a revoke has no limit: what follows the person is the reason', () => {
  expect(parseCommand('revoke 7 <@U0NADIA> shift is over')).toEqual({
    subcommand: 'revoke',
    raw: { kind: 'revoke', record: '7', staff: '<@U0NADIA>', reason: 'shift is over' },
  })
})

test.each([
  ['records', { of: 'all', page: '1' }],
  ['records 2', { of: 'all', page: '2' }],
  ['records mine 3', { of: 'mine', page: '3' }],
  ['records of <@U0ALICE> 4', { of: '<@U0ALICE>', page: '4' }],
])('lists with %j', (text, command) => {
  expect(parseCommand(text)).toEqual({ subcommand: 'records', ...command })
})

describe('says how it is meant when a part is missing or left over:', () => {
  test.each([
    'record',
    'record 7 8',
    'records of',
    'records mine 1 2',
    'privilege 7',
    'privilege 7 a b',
    'approve',
    'approve a b',
    'cancel',
    'deny',
  ])('%j', (text) => {
    expect(() => parseCommand(text)).toThrow(InvalidInputError)
  })
})

test('an unknown word is named', () => {
  expect(parseCommand('explode now')).toEqual({ subcommand: 'unknown', word: 'explode' })
})

test('any text is a command or a refusal with a sentence', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      try {
        expect(parseCommand(text)).toHaveProperty('subcommand')
      } catch (error) {
        expect(error).toBeInstanceOf(InvalidInputError)
      }
    }),
  )
})
