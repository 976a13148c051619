import { silenceAlert } from '../../alerts/silenceAlert.ts'
import { parseSilenceInput } from '../../input/parseSilenceInput.ts'
import { buildSilenceForm } from '../forms/buildSilenceForm.ts'
import type { Subcommand } from '../Subcommand.ts'

/** Longer than any alert's id; a form's memory takes no more. */
const LONGEST_ID = 40

/** `/medikey silence <alert> <duration> <reason>`; what is missing a form asks for. */
export const silence: Subcommand = {
  name: 'silence',
  group: 'respond',
  who: 'the CMO',
  summary: 'keeps an alert from being repeated for a while, like the button on its message',
  example: 'silence a3x9q1mz7t 8h known, the ward is moving',
  parameters: [
    {
      name: 'alert',
      description: 'The alert’s id, as /medikey alerts lists it',
      type: 'alert',
      required: 'Say which alert; /medikey alerts lists them',
    },
    { name: 'duration', description: '30m, 8h, 7d or 2w; at most 30 days', type: 'duration' },
    { name: 'reason', description: 'Why, in 1 to 500 characters; it stands on the alert', type: 'text' },
  ],
  async run(deps, { account, delivery, values }) {
    const { alert = '', duration = '', reason = '' } = values
    const isMissing = duration.trim() === '' || reason.trim() === ''
    if (isMissing && alert.length <= LONGEST_ID) {
      return { form: buildSilenceForm({ subjectId: alert, values }) }
    }
    const input = parseSilenceInput({ duration, reason })
    const options = { account, delivery, alertId: alert, clicked: 'command' } as const
    return { message: await silenceAlert(deps, { ...options, ...input }) }
  },
}
