import { describeRecords } from '../../queries/describeRecords.ts'
import type { Subcommand } from '../Subcommand.ts'

/** `/medikey records [mine | of <person>] [page]` */
export const records: Subcommand = {
  name: 'records',
  group: 'look',
  who: 'linked',
  summary: 'lists records, newest first: all, your own (mine), or somebody’s (of @alice)',
  example: 'records mine',
  parameters: [
    { name: 'whose', description: 'Only your own', type: 'choice', choices: ['mine'] },
    { name: 'physician', description: 'Only those of this physician', type: 'person', keyword: 'of' },
    { name: 'page', description: 'Which page, from 1', type: 'page' },
  ],
  run: async (deps, { account, values: { whose, physician, page = '1' } }) => ({
    message: await describeRecords(deps, { account, of: physician ?? whose ?? 'all', page }),
  }),
}
