import { silenceAlert } from '../../alerts/silenceAlert.ts'
import { parseSilenceInput } from '../../input/parseSilenceInput.ts'
import type { FormKind } from '../FormKind.ts'
import { buildSilenceForm } from './buildSilenceForm.ts'

/** How long an alert is to be silent and why was given: silences it. */
export const silenceFormKind: FormKind = {
  id: 'silence',
  build: ({ subjectId, values }) => buildSilenceForm({ subjectId: subjectId ?? '', values }),
  check: (_, values) => void parseSilenceInput(values),
  answer: (deps, { account, delivery, subjectId, clicked, values }) =>
    silenceAlert(deps, {
      account,
      delivery,
      alertId: subjectId ?? '',
      clicked,
      ...parseSilenceInput(values),
    }),
}
