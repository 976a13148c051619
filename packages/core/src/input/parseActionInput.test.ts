import { describe, expect, test } from 'vitest'
import { parseActionInput } from './parseActionInput.ts'
import { parseCategory } from './parseCategory.ts'

test('reads each kind of action', () => {
  expect(parseActionInput({ volume: '1,000', category: ' cardiology ' }, { kind: 'create' })).toEqual({
    kind: 'create',
    recordId: null,
    volume: 1000n,
    category: 'cardiology',
    reason: null,
  })
  expect(parseActionInput({ record: '#7', volume: '50', purpose: 'follow-up' }, { kind: 'access' })).toEqual({
    kind: 'access',
    recordId: 7n,
    volume: 50n,
    category: null,
    reason: 'follow-up',
  })
})

test('every problem is told at once, at its field', () => {
  const read = () => parseActionInput({ record: 'x', volume: '0', purpose: ' ' }, { kind: 'access' })
  expect(read).toThrow(
    expect.objectContaining({
      problems: [
        expect.objectContaining({ field: 'record' }),
        expect.objectContaining({ field: 'volume' }),
        expect.objectContaining({ field: 'purpose' }),
      ],
    }),
  )
})

describe('a category is what the contract can hold', () => {
  test.each(['a', 'x'.repeat(64), 'Cardiology (in-patient), 2nd floor!'])('%s', (text) => {
    expect(parseCategory(text)).toBe(text)
  })
  test.each([
    '',
    '   ',
    'x'.repeat(65),
    'kardiologie für kinder',
    'emoji 🩺',
    'two\nlines',
    'tab\tbed',
    '\u007f',
  ])('and not %j', (text) => {
    expect(() => parseCategory(text)).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ field: 'category' })] }),
    )
  })
})
