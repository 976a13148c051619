import type { Form } from './Form.ts'
import { formKinds } from './formKinds.ts'
import type { Values } from './Values.ts'

/**
 * A form once more, filled with what was typed into it: for a platform that closes a form whatever stands in it, so that
 * nobody has to write it again.
 *
 * @returns null where the form is none that this version knows
 * @example
 * const form = refillForm({ id: 'grant', subjectId: null, values: { record: '7', limit: 'many' } })
 */
export function refillForm(options: { id: string; subjectId: string | null; values: Values }): Form | null {
  const { id, subjectId, values } = options
  return formKinds.find((kind) => kind.id === id)?.build({ subjectId, values }) ?? null
}
