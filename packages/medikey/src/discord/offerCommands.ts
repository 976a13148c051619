import { type DiscordConnection, registerCommands } from '@medikey/discord'
import type { Offer } from './Offer.ts'

/**
 * Has Discord offer `/medikey` in one place only: what stands both globally and in a server is shown there twice. Where
 * it stands globally it is kept up to date there; else it stands in the server of the channels, where a change shows at
 * once.
 *
 * @param options.isGlobal offer it globally from now on, and no more in this server alone
 * @param options.isDryRun only say what would be done
 * @throws DiscordConnectionError when Discord refuses or cannot be reached
 */
export async function offerCommands(
  connection: DiscordConnection,
  options: { isGlobal: boolean; isDryRun: boolean },
): Promise<Offer[]> {
  const { isGlobal, isDryRun } = options
  const guildId = connection.workspace
  const register = async (place: { guildId: string | null; isRemoval?: boolean }): Promise<Offer> => ({
    guildId: place.guildId,
    ...(await registerCommands(connection, { ...place, isDryRun })),
  })
  if (!isGlobal && !(await isOfferedGlobally(connection))) return [await register({ guildId })]
  return [await register({ guildId: null }), await register({ guildId, isRemoval: true })]
}

async function isOfferedGlobally(connection: DiscordConnection): Promise<boolean> {
  const { added } = await registerCommands(connection, { guildId: null, isDryRun: true })
  return !added.includes('/medikey')
}
