import type { Form } from '../Form.ts'
import type { Values } from '../Values.ts'

/** The form that asks for how long an alert is to be silent and why, filled with what is there. */
export function buildSilenceForm(options: { subjectId: string; values: Values }): Form {
  const { subjectId, values } = options
  return {
    id: 'silence',
    title: 'Silence the alert',
    submit: 'Silence',
    subjectId,
    fields: [
      {
        name: 'duration',
        label: 'For how long',
        placeholder: '30m, 8h, 7d or 2w; at most 30 days',
        type: 'line',
        optional: false,
        initial: values.duration,
      },
      {
        name: 'reason',
        label: 'Reason',
        placeholder: 'why, in 1 to 500 characters; it stands on the alert',
        type: 'paragraph',
        optional: false,
        initial: values.reason,
      },
    ],
  }
}
