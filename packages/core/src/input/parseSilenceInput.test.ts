import { describe, expect, test } from 'vitest'
import { InvalidInputError } from '../errors/InvalidInputError.ts'
import { parseSilenceInput } from './parseSilenceInput.ts'

function problems(raw: Parameters<typeof parseSilenceInput>[0]): string[] {
  try {
    parseSilenceInput(raw)
    return []
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    return error.problems.map(({ field }) => field)
  }
}

test('a silence has an end and a reason', () => {
  expect(parseSilenceInput({ duration: ' 30d ', reason: ' known ' })).toEqual({
    durationMs: 30 * 86_400_000,
    reason: 'known',
  })
})

test('every problem is told at its field', () => {
  expect(problems({})).toEqual(['duration', 'reason'])
})

describe('is refused', () => {
  test.each(['', '0s', '0h', '-1h', '31d', '5w', '100y', '9'.repeat(400), 'for ever', '8h; drop', '８h'])(
    'the duration %s',
    (duration) => expect(problems({ duration, reason: 'known' })).toEqual(['duration']),
  )

  test.each(['', '   ', '\u202e', '\u0000', 'x'.repeat(501)])('the reason %j', (reason) =>
    expect(problems({ duration: '8h', reason })).toEqual(['reason']),
  )
})

test('markup in a reason is a text like any other', () => {
  const reason = '<!channel> @everyone [x](http://evil.example) <script>'
  expect(parseSilenceInput({ duration: '8h', reason }).reason).toBe(reason)
})
