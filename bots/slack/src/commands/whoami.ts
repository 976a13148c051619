import { describeIdentity } from '@medikey/core'
import type { CommandHandler } from './CommandHandler.ts'

/** `/medikey whoami` */
export const whoami: CommandHandler<'whoami'> = ({ deps }, { inbound }) =>
  describeIdentity(deps, { account: inbound.account })
