import { answerCommand } from '@medikey/core'
import type { Listener } from '../listeners/Listener.ts'
import { present } from '../listeners/present.ts'
import { type CommandInbound, commandSchema } from '../payloads/commandSchema.ts'
import { readOptions } from './readOptions.ts'

/** `/medikey …` was sent. */
export const command: Listener<CommandInbound> = {
  name: 'command',
  schema: commandSchema,
  async run({ deps }, { account, delivery, name, options }) {
    const chosen = { name, values: readOptions(options) }
    return present(await answerCommand(deps, { account, delivery, command: chosen }), 'command')
  },
}
