import { actForOneself } from '../actForOneself.ts'
import type { Subcommand } from '../Subcommand.ts'

/** `/medikey archive <record> <reason>` */
export const archive: Subcommand = {
  name: 'archive',
  group: 'act',
  who: 'the record’s physician',
  summary: 'archives a record of yours for ever, after you confirm it',
  example: 'archive 7 patient moved to another clinic',
  parameters: [
    { name: 'record', description: 'The record’s number, such as 7', type: 'record' },
    { name: 'reason', description: 'Why, in 1 to 500 characters', type: 'text' },
  ],
  run: (deps, options) => actForOneself(deps, { ...options, kind: 'archive' }),
}
