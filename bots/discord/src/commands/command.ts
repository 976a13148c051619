import { answerCommand } from '@medikey/core'
import type { Listener } from '../listeners/Listener.ts'
import { type CommandInbound, commandSchema } from '../payloads/commandSchema.ts'
import { readOptions } from './readOptions.ts'

/** `/medikey …` was sent. */
export const command: Listener<CommandInbound> = {
  name: 'command',
  schema: commandSchema,
  origin: 'command',
  run: async ({ deps }, { account, delivery, name, options }) =>
    answerCommand(deps, { account, delivery, command: { name, values: readOptions(options) } }),
}
