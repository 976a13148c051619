import type { ActionKind } from '../../model/ActionRequest.ts'
import type { Form } from '../Form.ts'
import type { Values } from '../Values.ts'
import { toField } from './toField.ts'

const FORMS: Readonly<
  Record<ActionKind, { title: string; fields: readonly Parameters<typeof toField>[0][] }>
> = {
  create: { title: 'Create a record', fields: ['volume', 'category'] },
  access: { title: 'Draw from a record', fields: ['record', 'volume', 'purpose'] },
  archive: { title: 'Archive a record', fields: ['record', 'reason'] },
  'maintenance-on': { title: 'Begin maintenance', fields: ['reason'] },
  'maintenance-off': { title: 'End maintenance', fields: ['reason'] },
}

/** The form that asks for what an action still lacks, filled with what is there. Sending it asks for a confirmation. */
export function buildActionForm(options: { kind: ActionKind; values: Values }): Form {
  const { kind, values } = options
  const { title, fields } = FORMS[kind]
  return {
    id: kind,
    title,
    submit: 'Continue',
    subjectId: null,
    fields: fields.map((name) => toField(name, values)),
  }
}
