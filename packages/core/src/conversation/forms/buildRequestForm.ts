import type { AccessKind } from '../../model/AccessRequest.ts'
import type { Form } from '../Form.ts'
import type { Values } from '../Values.ts'
import { toField } from './toField.ts'

/** The form that asks for what a request still lacks, filled with what is there. */
export function buildRequestForm(options: { kind: AccessKind; values: Values }): Form {
  const { kind, values } = options
  const isGrant = kind === 'grant'
  return {
    id: kind,
    title: isGrant ? 'Ask to grant access' : 'Ask to revoke access',
    submit: 'Ask',
    subjectId: null,
    fields: [
      toField('record', values),
      {
        name: 'staff',
        label: isGrant ? 'Who gets access' : 'Who loses access',
        placeholder: 'choose a person',
        type: 'person',
        optional: false,
        initial: values.staff,
      },
      ...(isGrant ? [toField('limit', values), toField('duration', values)] : []),
      toField('reason', values),
    ],
  }
}
