import { alertNotFound } from './alertNotFound.ts'

/**
 * Reads the id of an alert as somebody typed it or a button carries it, before anything looks for it.
 *
 * @param to who named it
 * @throws RefusalError for what can be the id of none
 * @example
 * parseAlertId(' A3X9Q1MZ7T ') // 'a3x9q1mz7t'
 */
export function parseAlertId(text: string, to: 'person' | 'operator' = 'person'): string {
  const id = text.trim().toLowerCase()
  if (/^[0-9a-z]{1,40}$/.test(id)) return id
  throw alertNotFound({ to })
}
