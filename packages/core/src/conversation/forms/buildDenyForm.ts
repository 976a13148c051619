import type { Form } from '../Form.ts'

/** The form that asks why a request is denied. */
export function buildDenyForm(options: { subjectId: string; reason?: string | undefined }): Form {
  return {
    id: 'deny',
    title: 'Deny the request',
    submit: 'Deny',
    subjectId: options.subjectId,
    fields: [
      {
        name: 'reason',
        label: 'Reason',
        placeholder: 'why, in 1 to 500 characters; who asked reads it',
        type: 'paragraph',
        optional: false,
        initial: options.reason,
      },
    ],
  }
}
