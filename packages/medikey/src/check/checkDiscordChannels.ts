import { type DiscordConnection, findMissingPermissions } from '@medikey/discord'
import type { Channels } from '@medikey/runtime'
import type { Check } from './Check.ts'
import { toFailedCheck } from './toFailedCheck.ts'

/** Says of both channels whether the bot may do there what it needs to: without that, whatever is posted is lost. */
export async function checkDiscordChannels(
  connection: Pick<DiscordConnection, 'rest' | 'workspace' | 'bot'>,
  options: { channels: Channels },
): Promise<Check[]> {
  return Promise.all(
    (['approvals', 'alerts'] as const).map(async (name): Promise<Check> => {
      const channel = options.channels[name]
      const check = `discord ${name}`
      try {
        const missing = await findMissingPermissions(connection, {
          channel,
          // The trail of a request hangs below its card; alerts have none.
          hasThreads: name === 'approvals',
        })
        return missing.length === 0
          ? { name: check, ok: true, detail: `The bot may do what it needs in channel ${channel}.` }
          : {
              name: check,
              ok: false,
              detail: `Channel ${channel}: the bot lacks ${missing.join(', ')}. Allow it in the permissions of the channel, or invite the bot again: medikey discord invite prints the link.`,
            }
      } catch (error) {
        const failed = toFailedCheck(check, error)
        return { ...failed, detail: `Channel ${channel}: ${failed.detail}` }
      }
    }),
  )
}
