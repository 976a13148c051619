import type { World } from '../World.ts'
import type { Parcel } from './createCourier.ts'
import { escapeCommandText } from './escapeCommandText.ts'
import { getUserOrThrow } from './getUserOrThrow.ts'
import { issueTrigger } from './issueTrigger.ts'

export type CommandOptions = {
  readonly user: string
  /** What follows `/medikey`, as typed: `grant 7 @nadia 500 ward round`. */
  readonly text: string
  readonly channel?: string
  readonly command?: string
}

/** A typed slash command as Slack sends it. */
export function toCommand(world: World, options: CommandOptions): Parcel {
  const user = getUserOrThrow(world, options.user)
  const channel = options.channel ?? 'C0WARD'
  const { triggerId, responseUrl } = issueTrigger(world, { user: user.id, channel })
  return {
    type: 'slash_commands',
    payload: {
      token: 'verification',
      team_id: user.team,
      team_domain: world.team.domain,
      channel_id: channel,
      channel_name: world.channels.get(channel)?.name ?? 'privategroup',
      user_id: user.id,
      user_name: user.name,
      command: options.command ?? '/medikey',
      text: escapeCommandText(world, options.text),
      api_app_id: world.appId,
      is_enterprise_install: 'false',
      response_url: responseUrl,
      trigger_id: triggerId,
    },
  }
}
