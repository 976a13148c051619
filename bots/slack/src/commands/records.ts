import { describeRecords } from '@medikey/core'
import type { CommandHandler } from './CommandHandler.ts'

/** `/medikey records [mine | of <principal>] [page]` */
export const records: CommandHandler<'records'> = ({ deps }, { inbound, command }) =>
  describeRecords(deps, { account: inbound.account, of: command.of, page: command.page })
