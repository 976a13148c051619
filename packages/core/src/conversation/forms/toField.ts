import type { FormField } from '../Form.ts'
import type { Values } from '../Values.ts'

type Face = Pick<FormField, 'label' | 'placeholder' | 'type' | 'optional'>

const FACES = {
  record: { label: 'Record', placeholder: 'its number, such as 7', type: 'line', optional: false },
  limit: { label: 'Limit', placeholder: 'volume units, such as 500', type: 'line', optional: false },
  duration: {
    label: 'For how long',
    placeholder: '30m, 8h, 7d or 2w; empty: until revoked',
    type: 'line',
    optional: true,
  },
  volume: { label: 'Volume', placeholder: 'volume units, such as 500', type: 'line', optional: false },
  category: {
    label: 'Category',
    placeholder: 'such as cardiology; public, so nothing about a patient',
    type: 'line',
    optional: false,
  },
  purpose: {
    label: 'Purpose',
    placeholder: 'what for, in 1 to 500 characters; it is kept with what was drawn',
    type: 'paragraph',
    optional: false,
  },
  reason: {
    label: 'Reason',
    placeholder: 'why, in 1 to 500 characters; it is kept with the decision',
    type: 'paragraph',
    optional: false,
  },
} as const satisfies Record<string, Face>

/** A field that several forms have, filled with what was typed so far. */
export function toField(name: keyof typeof FACES, values: Values): FormField {
  return { name, initial: values[name], ...FACES[name] }
}
