import { OAuth2Scopes, PermissionsBitField, Routes } from 'discord.js'
import { z } from 'zod'
import { DiscordConnectionError } from '../errors/DiscordConnectionError.ts'
import { toMessengerError } from '../errors/toMessengerError.ts'
import { neededPermissions } from '../permissions/neededPermissions.ts'
import { createRest } from './createRest.ts'
import type { DiscordConfig } from './DiscordConfig.ts'

/** The page for people; discord.js knows only the one of the API. */
const AUTHORIZE = 'https://discord.com/oauth2/authorize'

const applicationSchema = z.object({ id: z.string().min(1) })

/**
 * The link that an administrator of a server opens to let the bot in, with no more permissions than it needs.
 *
 * @throws DiscordConnectionError when the token is refused or Discord cannot be reached
 * @example
 * await createInvite({ token }) // 'https://discord.com/oauth2/authorize?client_id=…'
 */
export async function createInvite(config: DiscordConfig): Promise<string> {
  let id: string
  try {
    ;({ id } = applicationSchema.parse(await createRest(config).get(Routes.currentApplication())))
  } catch (error) {
    const { shortMessage, retryable } = toMessengerError(error)
    throw new DiscordConnectionError({ shortMessage, retryable, cause: error })
  }
  const flags = Object.keys(neededPermissions) as (keyof typeof neededPermissions)[]
  const permissions = new PermissionsBitField(flags).bitfield.toString()
  const scope = [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' ')
  return `${AUTHORIZE}?${new URLSearchParams({ client_id: id, scope, permissions })}`
}
