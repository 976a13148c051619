import { expect, test } from 'vitest'
import { escapeMarkup } from './escapeMarkup.ts'
import { unescapeMarkup } from './unescapeMarkup.ts'

test.each(['\\', '\\\\n', '# a\n- b\n1. c', '**a** `b` <@5> \\*', '.5', '👩‍⚕️ e\u0301 הרופא'])(
  'what was escaped is what it was: %j',
  (text) => {
    expect(unescapeMarkup(escapeMarkup(text))).toBe(text)
  },
)
