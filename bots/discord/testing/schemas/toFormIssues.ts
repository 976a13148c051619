import type { z } from 'zod'
import type { FormIssue } from './FormIssue.ts'

type Issue = z.core.$ZodIssue

/** Says what zod found in Discord's words. Of a union it takes the branch that came closest. */
export function toFormIssues(issue: Issue): FormIssue[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))
  switch (issue.code) {
    case 'invalid_union': {
      const branches = issue.errors.map((issues) => issues.flatMap(toFormIssues))
      const [closest] = branches.toSorted((one, other) => rate(other) - rate(one))
      if (closest === undefined || closest.length === 0)
        return [{ path, code: 'UNION_TYPE_CHOICES', message: 'Value is none of the choices of this field.' }]
      return closest.map((inner) => ({ ...inner, path: [...path, ...inner.path] }))
    }
    case 'invalid_type':
      return [
        issue.input === undefined
          ? { path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }
          : { path, code: 'BASE_TYPE_BAD_TYPE', message: `Value must be of type ${issue.expected}.` },
      ]
    case 'invalid_value':
      return [
        { path, code: 'BASE_TYPE_CHOICES', message: `Value must be one of (${issue.values.join(', ')}).` },
      ]
    case 'too_small':
    case 'too_big': {
      const bound = issue.code === 'too_big' ? `${issue.maximum} or fewer` : `${issue.minimum} or more`
      return issue.origin === 'string' || issue.origin === 'array'
        ? [{ path, code: 'BASE_TYPE_BAD_LENGTH', message: `Must be ${bound} in length.` }]
        : [{ path, code: 'NUMBER_TYPE_BAD_RANGE', message: `Value should be ${bound}.` }]
    }
    case 'invalid_format':
      return [
        {
          path,
          code: 'STRING_TYPE_REGEX',
          message: `String value did not match validation regex (${issue.format}).`,
        },
      ]
    case 'custom':
      return [{ path, code: String(issue.params?.code ?? 'BASE_TYPE_BAD_VALUE'), message: issue.message }]
    default:
      return [{ path, code: 'BASE_TYPE_BAD_VALUE', message: issue.message }]
  }
}

/** How far into the value a branch could be read; of two equals the one that is meant, as its type says. */
function rate(issues: readonly FormIssue[]): number {
  const isMeant = issues.every(({ code }) => code !== 'UNION_TYPE_CHOICES')
  return Math.max(0, ...issues.map(({ path }) => path.length)) + (isMeant ? 0.5 : 0)
}
