import { answerCommand, RefusalError } from '@medikey/core'
import { getWorkspace } from '../connection/getWorkspace.ts'
import type { Listener } from '../listeners/Listener.ts'
import { present } from '../listeners/present.ts'
import { type ShortcutInbound, shortcutSchema } from '../payloads/shortcutSchema.ts'
import { readRecord } from './readRecord.ts'

/** As the manifest calls it. */
const REQUEST_ACCESS = 'medikey_request_access'

/**
 * “Request access” was chosen in the menu of a message: opens the form, as the command without its parts does. On one
 * of our own cards the form is filled with the card's record.
 */
export const shortcut: Listener<ShortcutInbound> = {
  name: 'shortcut',
  schema: shortcutSchema,
  async run(context, inbound) {
    const { account, delivery, callbackId, botId, blocks, reply } = inbound
    if (callbackId !== REQUEST_ACCESS) {
      throw new RefusalError({
        code: 'UNKNOWN_SHORTCUT',
        message: 'This shortcut is from another version of MediKey, so nothing was done. Use /medikey.',
      })
    }
    const { bot } = getWorkspace(context.connection, reply)
    const record = botId !== null && botId === bot.botId ? readRecord(blocks) : null
    const command = { name: 'request', values: record === null ? {} : { record } }
    const answer = await answerCommand(context.deps, { account, delivery, command })
    return present(context, { answer, inbound, clicked: 'command' })
  },
}
