import type { AccessKind } from '../../model/AccessRequest.ts'
import type { Form, FormField } from '../Form.ts'
import type { Values } from '../Values.ts'

/** The form that asks for what a request still lacks, filled with what is there. */
export function buildRequestForm(options: { kind: AccessKind; values: Values }): Form {
  const { kind, values } = options
  const isGrant = kind === 'grant'
  return {
    id: kind,
    title: isGrant ? 'Ask to grant access' : 'Ask to revoke access',
    submit: 'Ask',
    requestId: null,
    fields: [
      toLine({
        name: 'record',
        label: 'Record',
        placeholder: 'its number, such as 7',
        initial: values.record,
      }),
      {
        name: 'staff',
        label: isGrant ? 'Who gets access' : 'Who loses access',
        placeholder: 'choose a person',
        type: 'person',
        optional: false,
        initial: values.staff,
      },
      ...(isGrant ? toGrantFields(values) : []),
      {
        name: 'reason',
        label: 'Reason',
        placeholder: 'why, in 1 to 500 characters; it is kept with the decision',
        type: 'paragraph',
        optional: false,
        initial: values.reason,
      },
    ],
  }
}

function toGrantFields(values: Values): FormField[] {
  return [
    toLine({
      name: 'limit',
      label: 'Limit',
      placeholder: 'volume units, such as 500',
      initial: values.limit,
    }),
    toLine({
      name: 'duration',
      label: 'For how long',
      placeholder: '30m, 8h, 7d or 2w; empty: until revoked',
      initial: values.duration,
      optional: true,
    }),
  ]
}

function toLine(
  field: Pick<FormField, 'name' | 'label' | 'placeholder' | 'initial'> & { optional?: boolean },
): FormField {
  return { type: 'line', optional: false, ...field }
}
