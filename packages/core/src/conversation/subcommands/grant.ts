import { askForAccess } from '../askForAccess.ts'
import type { Subcommand } from '../Subcommand.ts'

/** `/medikey grant <record> <staff> <limit> [for <duration>] <reason>` */
export const grant: Subcommand = {
  name: 'grant',
  group: 'ask',
  who: 'the record’s physician',
  summary: 'asks for a colleague’s access to your record; what you leave out, a form asks for',
  example: 'grant 7 @nadia 500 for 8h ward round',
  parameters: [
    { name: 'record', description: 'The record’s number, such as 7', type: 'record' },
    { name: 'staff', description: 'Who gets access', type: 'person' },
    { name: 'limit', description: 'How much may be drawn in all, in volume units', type: 'volume' },
    {
      name: 'duration',
      description: 'For how long: 30m, 8h, 7d or 2w; left out: until revoked',
      type: 'duration',
      keyword: 'for',
    },
    { name: 'reason', description: 'Why, in 1 to 500 characters', type: 'text' },
  ],
  run: (deps, options) => askForAccess(deps, { ...options, kind: 'grant' }),
}
