import type { CommandHandler } from './CommandHandler.ts'
import { requestAccess } from './requestAccess.ts'

/** `/medikey grant <id> <person> <limit> [for <duration>] <reason>` */
export const grant: CommandHandler<'grant'> = (context, { inbound, command }) =>
  requestAccess(context, { inbound, raw: command.raw })
