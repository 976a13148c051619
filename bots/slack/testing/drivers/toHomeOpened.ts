import { getTeam } from '../getTeam.ts'
import { toWireView } from '../methods/toWireView.ts'
import type { World } from '../World.ts'
import type { Parcel } from './createCourier.ts'
import { getUserOrThrow } from './getUserOrThrow.ts'

export type HomeOptions = {
  readonly user: string
  /** The workspace; the first one by default. */
  readonly team?: string
  readonly tab?: 'home' | 'messages'
}

/**
 * The event that a person opened the app's Home.
 *
 * @throws Error when the manifest does not subscribe to it
 */
export function toHomeOpened(world: World, options: HomeOptions): Parcel {
  const { tab = 'home' } = options
  const team = getTeam(world, options.team ?? world.teams[0].id)
  const user = getUserOrThrow(world, { id: options.user, team: team.id })
  const { manifest } = world
  if (
    manifest !== null &&
    manifest.settings.event_subscriptions?.bot_events.includes('app_home_opened') !== true
  ) {
    throw new Error('Slack sends no app_home_opened: name it in bot_events of the manifest.')
  }
  if (tab === 'home' && manifest?.features.app_home.home_tab_enabled === false) {
    throw new Error('There is no Home tab: enable home_tab_enabled in the manifest.')
  }
  const view = world.views.find(
    (one) => one.view.type === 'home' && one.user === user.id && one.team === team.id,
  )
  const eventTs = world.nextTs()
  return {
    type: 'events_api',
    user: user.id,
    what: 'app_home_opened',
    payload: {
      token: 'verification',
      team_id: team.id,
      api_app_id: world.appId,
      type: 'event_callback',
      event_id: world.nextId('Ev'),
      event_time: Math.floor(Number(eventTs)),
      authorizations: [
        {
          enterprise_id: null,
          team_id: team.id,
          user_id: team.bot.userId,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: false,
      event: {
        type: 'app_home_opened',
        user: user.id,
        channel: `D0${user.id.slice(2)}`,
        tab,
        event_ts: eventTs,
        ...(view === undefined || tab !== 'home' ? {} : { view: toWireView(world, view) }),
      },
    },
  }
}
