import { actForOneself } from '../actForOneself.ts'
import type { Subcommand } from '../Subcommand.ts'

/** `/medikey access <record> <volume> <purpose>` */
export const access: Subcommand = {
  name: 'access',
  group: 'act',
  who: 'the record’s physician, or who has access',
  summary: 'draws data from a record, after you confirm it',
  example: 'access 7 50 follow-up visit',
  parameters: [
    { name: 'record', description: 'The record’s number, such as 7', type: 'record' },
    { name: 'volume', description: 'How much to draw, in volume units', type: 'volume' },
    { name: 'purpose', description: 'What for, in 1 to 500 characters', type: 'text' },
  ],
  run: (deps, options) => actForOneself(deps, { ...options, kind: 'access' }),
}
