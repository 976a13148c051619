import { describeIdentity } from '../../queries/describeIdentity.ts'
import type { Subcommand } from '../Subcommand.ts'

/** `/medikey whoami` */
export const whoami: Subcommand = {
  name: 'whoami',
  group: 'identity',
  who: 'everybody',
  summary: 'tells which principal you are, and what follows from it',
  example: 'whoami',
  parameters: [],
  run: async (deps, { account }) => ({ message: await describeIdentity(deps, { account }) }),
}
