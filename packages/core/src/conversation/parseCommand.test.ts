import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InvalidInputError } from '../errors/InvalidInputError.ts'
import { parseCommand } from './parseCommand.ts'

test('nothing typed asks for help', () => {
  expect(parseCommand('  ')).toEqual({ name: 'help', values: {} })
})

test.each([
  [
    'grant 7 <@U0NADIA|nadia> 500 for 8h ward round',
    { record: '7', staff: '<@U0NADIA|nadia>', limit: '500', duration: '8h', reason: 'ward round' },
  ],
  [
    'GRANT 7 <@U0NADIA> 1,000 ward  round',
    { record: '7', staff: '<@U0NADIA>', limit: '1,000', reason: 'ward round' },
  ],
  ['grant 7 <@U0NADIA> 500 for', { record: '7', staff: '<@U0NADIA>', limit: '500', reason: 'for' }],
  ['grant 7', { record: '7' }],
  ['grant', {}],
])('takes apart %j', (text, values) => {
  expect(parseCommand(text)).toEqual({ name: 'grant', values })
})

test('a revoke has no limit: what follows the person is the reason', () => {
  expect(parseCommand('revoke 7 <@U0NADIA> shift is over')).toEqual({
    name: 'revoke',
    values: { record: '7', staff: '<@U0NADIA>', reason: 'shift is over' },
  })
})

test.each([
  ['records', {}],
  ['records 2', { page: '2' }],
  ['records MINE 3', { whose: 'mine', page: '3' }],
  ['records of <@U0ALICE> 4', { physician: '<@U0ALICE>', page: '4' }],
])('lists with %j', (text, values) => {
  expect(parseCommand(text)).toEqual({ name: 'records', values })
})

describe('says how it is meant when a part is missing or left over:', () => {
  test.each([
    'record',
    'record 7 8',
    'records mine 1 2',
    'help me',
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
  expect(parseCommand('explode now')).toEqual({ name: 'explode', values: {} })
})

test('any text is a command or a refusal with a sentence', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      try {
        expect(parseCommand(text)).toHaveProperty('name')
      } catch (error) {
        expect(error).toBeInstanceOf(InvalidInputError)
      }
    }),
  )
})
