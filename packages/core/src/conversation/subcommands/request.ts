import { parseAccessInput } from '../../input/parseAccessInput.ts'
import { requestAccess } from '../../requests/requestAccess.ts'
import { buildAccessForm } from '../forms/buildAccessForm.ts'
import type { Subcommand } from '../Subcommand.ts'

/** `/medikey request <record> <limit> [for <duration>] <reason>`; what is left out, a form asks for. */
export const request: Subcommand = {
  name: 'request',
  group: 'ask',
  who: 'staff',
  summary: 'asks for access of your own: the record’s physician consents, then the CMO decides',
  example: 'request 7 500 for 8h night cover',
  parameters: [
    { name: 'record', description: 'The record’s number, such as 7', type: 'record' },
    { name: 'limit', description: 'How much you may draw in all, in volume units', type: 'volume' },
    {
      name: 'duration',
      description: 'For how long: 30m, 8h, 7d or 2w; left out: until revoked',
      type: 'duration',
      keyword: 'for',
    },
    { name: 'reason', description: 'Why, in 1 to 500 characters', type: 'text' },
  ],
  async run(deps, { account, delivery, values }) {
    const form = buildAccessForm({ values })
    const isWhole = form.fields.every(({ optional, initial = '' }) => optional || initial.trim() !== '')
    return isWhole ? requestAccess(deps, { account, delivery, input: parseAccessInput(values) }) : { form }
  },
}
