import { describeRecord } from '@medikey/core'
import type { CommandHandler } from './CommandHandler.ts'

/** `/medikey record <id>` */
export const record: CommandHandler<'record'> = ({ deps }, { inbound, command }) =>
  describeRecord(deps, { account: inbound.account, record: command.record })
