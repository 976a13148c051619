import { describePending } from '../../queries/describePending.ts'
import type { Subcommand } from '../Subcommand.ts'

/** `/medikey pending` */
export const pending: Subcommand = {
  name: 'pending',
  group: 'look',
  who: 'linked',
  summary: 'lists what waits for your decision, your own open requests, and how your latest went on',
  example: 'pending',
  parameters: [],
  run: async (deps, { account }) => ({ message: await describePending(deps, { account }) }),
}
