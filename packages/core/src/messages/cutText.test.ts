import { expect, test } from 'vitest'
import { cutText } from './cutText.ts'

test('what fits stays as it is', () => {
  expect(cutText('x'.repeat(20), 20)).toBe('x'.repeat(20))
})

test('what is too long ends with a mark and is no longer than allowed', () => {
  expect(cutText('x'.repeat(21), 20)).toBe(`${'x'.repeat(12)} … (cut)`)
})

test.each(['👩‍⚕️', '🇨🇭', 'e\u0301', '😀'])('the character %s is never split', (character) => {
  for (let max = 8; max < 40; max += 1) {
    const kept = cutText(character.repeat(30), max).replace(' … (cut)', '')
    expect(kept).toBe(character.repeat(kept.length / character.length))
    expect(kept.length + 8).toBeLessThanOrEqual(max)
  }
})
