import { describeRecord } from '../../queries/describeRecord.ts'
import type { Subcommand } from '../Subcommand.ts'

/** `/medikey record <record>` */
export const record: Subcommand = {
  name: 'record',
  group: 'look',
  who: 'linked',
  summary: 'shows a record: volume, state, who has access, last events',
  example: 'record 7',
  parameters: [
    {
      name: 'record',
      description: 'The record’s number, such as 7',
      type: 'record',
      required: 'Say which record',
    },
  ],
  run: async (deps, { account, values }) => ({
    message: await describeRecord(deps, { account, record: values.record ?? '' }),
  }),
}
