import { describePending } from '@medikey/core'
import type { CommandHandler } from './CommandHandler.ts'

/** `/medikey pending` */
export const pending: CommandHandler<'pending'> = ({ deps }, { inbound }) =>
  describePending(deps, { account: inbound.account })
