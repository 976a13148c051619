import { describePrivilege } from '@medikey/core'
import type { CommandHandler } from './CommandHandler.ts'

/** `/medikey privilege <id> <person>` */
export const privilege: CommandHandler<'privilege'> = ({ deps }, { inbound, command }) =>
  describePrivilege(deps, { account: inbound.account, record: command.record, staff: command.staff })
