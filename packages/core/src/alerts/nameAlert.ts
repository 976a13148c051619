import { getRule } from './getRule.ts'

/**
 * An alert in a few words: what it is, and what it is about, each once. Where there can be only one, as with maintenance,
 * what it is says what it is about.
 *
 * @param options.count how many findings it is to be named by
 * @param options.subjects what the first of them are about
 * @example
 * nameAlert({ rule: 'record-drawn', count: 1, subjects: ['record 7'] }) // 'record with little or nothing left: record 7'
 */
export function nameAlert(options: { rule: string; count: number; subjects: readonly string[] }): string {
  const { rule, count, subjects } = options
  const { title, monitor } = getRule(rule)
  const name = title(Math.max(1, count))
  if (subjects.length === 0 || (monitor !== null && title(1) === title(2))) return name
  const others = count - subjects.length
  return `${name}: ${[...new Set(subjects)].join(', ')}${others > 0 ? ` and ${others} more` : ''}`
}
