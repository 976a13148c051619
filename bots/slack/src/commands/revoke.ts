import type { CommandHandler } from './CommandHandler.ts'
import { requestAccess } from './requestAccess.ts'

/** `/medikey revoke <id> <person> <reason>` */
export const revoke: CommandHandler<'revoke'> = (context, { inbound, command }) =>
  requestAccess(context, { inbound, raw: command.raw })
