import { alertNotFound } from './alertNotFound.ts'

/**
 * Reads the id of an alert as somebody typed it or a button carries it, before anything looks for it.
 *
 * @param options.to who named it: is told where to look
 * @throws RefusalError for what can be the id of none
 * @example
 * parseAlertId({ text: ' A3X9Q1MZ7T ', to: 'person' }) // 'a3x9q1mz7t'
 */
export function parseAlertId(options: { text: string; to: 'person' | 'operator' }): string {
  const { text, to } = options
  const id = text.trim().toLowerCase()
  if (/^[0-9a-z]{1,40}$/.test(id)) return id
  throw alertNotFound({ to })
}
