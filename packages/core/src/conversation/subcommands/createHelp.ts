import { describeHelp } from '../describeHelp.ts'
import type { Subcommand } from '../Subcommand.ts'

/** `/medikey help`, which tells of the others. */
export function createHelp(others: readonly Subcommand[]): Subcommand {
  return {
    name: 'help',
    group: 'identity',
    who: 'everybody',
    summary: 'tells what you may do',
    example: 'help',
    parameters: [],
    run: async (deps, { account }) => ({
      message: await describeHelp(deps, { account, subcommands: others }),
    }),
  }
}
