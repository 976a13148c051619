import { describeAudit } from '../../queries/describeAudit.ts'
import type { Subcommand } from '../Subcommand.ts'

/** `/medikey audit <record> [page]` */
export const audit: Subcommand = {
  name: 'audit',
  group: 'look',
  who: 'the record’s physician, the CMO, auditors',
  summary: 'tells a record’s history: who did what, when, why, in which transaction',
  example: 'audit 7',
  parameters: [
    {
      name: 'record',
      description: 'The record’s number, such as 7',
      type: 'record',
      required: 'Say which record',
    },
    { name: 'page', description: 'Which page, from 1, the newest', type: 'page' },
  ],
  run: async (deps, { account, values: { record = '', page = '' } }) => ({
    message: await describeAudit(deps, { account, record, page }),
  }),
}
