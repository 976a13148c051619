import type { Listener } from '../listeners/Listener.ts'
import { type CommandInbound, commandSchema } from '../payloads/commandSchema.ts'
import { runCommand } from './runCommand.ts'

/** `/medikey …` was typed. */
export const command: Listener<CommandInbound> = {
  name: 'command',
  schema: commandSchema,
  run: async (context, inbound) => runCommand(context, inbound),
}
