import { type DiscordConnection, registerCommands } from '@medikey/discord'
import type { Offer } from './Offer.ts'

/**
 * Has Discord offer `/medikey` in one place only: what stands both globally and in a server is shown there twice. In the
 * server of the channels alone a change shows at once.
 *
 * @param options.where from now on: in every server or in that of the channels alone; null: where it stands, which at
 * first is the latter
 * @param options.isDryRun only say what would be done
 * @throws DiscordConnectionError when Discord refuses or cannot be reached
 */
export async function offerCommands(
  connection: DiscordConnection,
  options: { where: 'everywhere' | 'server' | null; isDryRun: boolean },
): Promise<Offer[]> {
  const { where, isDryRun } = options
  const guildId = connection.workspace
  const register = async (place: { guildId: string | null; isRemoval?: boolean }): Promise<Offer> => ({
    guildId: place.guildId,
    ...(await registerCommands(connection, { ...place, isDryRun })),
  })
  const isEverywhere = where === null ? await isOfferedGlobally(connection) : where === 'everywhere'
  if (isEverywhere) return [await register({ guildId: null }), await register({ guildId, isRemoval: true })]
  const offer = await register({ guildId })
  return where === null ? [offer] : [offer, await register({ guildId: null, isRemoval: true })]
}

async function isOfferedGlobally(connection: DiscordConnection): Promise<boolean> {
  const { added } = await registerCommands(connection, { guildId: null, isDryRun: true })
  return !added.includes('/medikey')
}
