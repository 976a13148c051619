import type { z } from 'zod'

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'settings by name',
}

/** What is wrong with a value, where its schema does not say: read after the setting's name. */
export function describeIssue(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${KINDS[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      return `must be ${issue.values.map(String).join(' or ')}`
    case 'too_small':
      return `must ${toBound(issue.origin, 'at least', issue.minimum)}`
    case 'too_big':
      return `must ${toBound(issue.origin, 'at most', issue.maximum)}`
    case 'invalid_format':
      return 'is not written as it should be'
    default:
      return undefined
  }
}

function toBound(origin: string, side: string, bound: number | bigint): string {
  if (origin === 'string') return `have ${side} ${bound} characters`
  if (origin === 'array') return `have ${side} ${bound} entries`
  return `be ${side} ${bound}`
}
