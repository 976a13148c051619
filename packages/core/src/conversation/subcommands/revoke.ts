import { askForAccess } from '../askForAccess.ts'
import type { Subcommand } from '../Subcommand.ts'

/** `/medikey revoke <record> <staff> <reason>` */
export const revoke: Subcommand = {
  name: 'revoke',
  group: 'ask',
  who: 'the record’s physician',
  summary: 'asks to take access to your record away',
  example: 'revoke 7 @nadia shift is over',
  parameters: [
    { name: 'record', description: 'The record’s number, such as 7', type: 'record' },
    { name: 'staff', description: 'Who loses access', type: 'person' },
    { name: 'reason', description: 'Why, in 1 to 500 characters', type: 'text' },
  ],
  run: (deps, options) => askForAccess(deps, { ...options, kind: 'revoke' }),
}
