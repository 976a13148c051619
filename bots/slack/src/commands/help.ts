import { describeHelp } from '@medikey/core'
import type { CommandHandler } from './CommandHandler.ts'

/** `/medikey help` */
export const help: CommandHandler<'help'> = ({ deps }, { inbound }) =>
  describeHelp(deps, { account: inbound.account })
