import { describeStats } from '../../queries/describeStats.ts'
import type { Subcommand } from '../Subcommand.ts'

/** `/medikey stats [physician]` */
export const stats: Subcommand = {
  name: 'stats',
  group: 'look',
  who: 'linked',
  summary: 'counts the records of a physician and their volume; yours, if you name nobody',
  example: 'stats @alice',
  parameters: [
    { name: 'physician', description: 'Whose records; left out: yours', type: 'person', optional: true },
  ],
  run: async (deps, { account, values }) => ({
    message: await describeStats(deps, { account, whom: values.physician ?? '' }),
  }),
}
