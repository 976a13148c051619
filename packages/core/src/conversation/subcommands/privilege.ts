import { describePrivilege } from '../../queries/describePrivilege.ts'
import type { Subcommand } from '../Subcommand.ts'

/** `/medikey privilege <record> <staff>` */
export const privilege: Subcommand = {
  name: 'privilege',
  group: 'look',
  who: 'linked',
  summary: 'tells whether somebody has access, how much, until when, and by which request',
  example: 'privilege 7 @nadia',
  parameters: [
    {
      name: 'record',
      description: 'The record’s number, such as 7',
      type: 'record',
      required: 'Say which record and whom',
    },
    {
      name: 'staff',
      description: 'Whose access',
      type: 'person',
      required: 'Say which record and whom',
    },
  ],
  run: async (deps, { account, values: { record = '', staff = '' } }) => ({
    message: await describePrivilege(deps, { account, record, staff }),
  }),
}
