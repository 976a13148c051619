import { type Command, type Message, parseCommand } from '@medikey/core'
import type { ListenerContext } from '../listeners/ListenerContext.ts'
import type { CommandInbound } from '../payloads/commandSchema.ts'
import { readCommandText } from '../payloads/readCommandText.ts'
import { approve } from './approve.ts'
import { cancel } from './cancel.ts'
import { deny } from './deny.ts'
import { grant } from './grant.ts'
import { help } from './help.ts'
import { pending } from './pending.ts'
import { privilege } from './privilege.ts'
import { record } from './record.ts'
import { records } from './records.ts'
import { revoke } from './revoke.ts'
import { unknown } from './unknown.ts'
import { whoami } from './whoami.ts'

/** Takes a typed command apart and hands it to the one who carries it to core. */
export function runCommand(context: ListenerContext, inbound: CommandInbound): Promise<Message | null> {
  const command: Command = parseCommand(readCommandText(inbound.text))
  switch (command.subcommand) {
    case 'help':
      return help(context, { inbound, command })
    case 'whoami':
      return whoami(context, { inbound, command })
    case 'pending':
      return pending(context, { inbound, command })
    case 'record':
      return record(context, { inbound, command })
    case 'records':
      return records(context, { inbound, command })
    case 'privilege':
      return privilege(context, { inbound, command })
    case 'grant':
      return grant(context, { inbound, command })
    case 'revoke':
      return revoke(context, { inbound, command })
    case 'approve':
      return approve(context, { inbound, command })
    case 'deny':
      return deny(context, { inbound, command })
    case 'cancel':
      return cancel(context, { inbound, command })
    case 'unknown':
      return unknown(context, { inbound, command })
  }
}
