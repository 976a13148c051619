import type { Form } from '../Form.ts'
import type { Values } from '../Values.ts'
import { toField } from './toField.ts'

/** The form that asks for what a request of one's own still lacks, filled with what is there. */
export function buildAccessForm(options: { values: Values }): Form {
  const { values } = options
  return {
    id: 'request',
    title: 'Ask for access',
    submit: 'Ask',
    subjectId: null,
    fields: [
      toField('record', values),
      toField('limit', values),
      toField('duration', values),
      toField('reason', values),
    ],
  }
}
