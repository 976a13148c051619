import { getTeam } from '../getTeam.ts'
import { listScopes } from '../server/listScopes.ts'
import type { World } from '../World.ts'
import type { Parcel } from './createCourier.ts'
import { escapeCommandText } from './escapeCommandText.ts'
import { getUserOrThrow } from './getUserOrThrow.ts'
import { issueResponseUrl } from './issueResponseUrl.ts'
import { issueTrigger } from './issueTrigger.ts'

export type CommandOptions = {
  readonly user: string
  /** What follows `/medikey`, as typed: `grant 7 @nadia 500 ward round`. */
  readonly text: string
  readonly channel?: string
  readonly command?: string
  /** The workspace where it is typed; the first one by default. */
  readonly team?: string
}

/**
 * A typed slash command as Slack sends it.
 *
 * @throws Error when the manifest has no such command
 */
export function toCommand(world: World, options: CommandOptions): Parcel {
  const { command = '/medikey', channel = 'C0WARD' } = options
  const team = getTeam(world, options.team ?? world.teams[0].id)
  const user = getUserOrThrow(world, { id: options.user, team: team.id })
  const declared = world.manifest?.features.slash_commands.find((one) => one.command === command)
  if (world.manifest !== null && (declared === undefined || !listScopes(world).includes('commands'))) {
    throw new Error(`Slack knows no ${command}: declare it in the manifest, with the scope commands.`)
  }
  const { text } = options
  return {
    type: 'slash_commands',
    user: user.id,
    what: command,
    payload: {
      token: 'verification',
      // A guest of a shared channel keeps their own workspace.
      team_id: user.team,
      team_domain: team.domain,
      channel_id: channel,
      channel_name: world.channels.get(channel)?.name ?? 'privategroup',
      user_id: user.id,
      user_name: user.name,
      command,
      text: declared?.should_escape === false ? text : escapeCommandText(world, { team: team.id, text }),
      api_app_id: world.appId,
      is_enterprise_install: 'false',
      response_url: issueResponseUrl(world, { team: team.id, user: user.id, channel, original: null }),
      trigger_id: issueTrigger(world, { team: team.id, user: user.id }),
    },
  }
}
