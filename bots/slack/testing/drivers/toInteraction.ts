import { getTeam } from '../getTeam.ts'
import type { FakeUser, World } from '../World.ts'
import { issueTrigger } from './issueTrigger.ts'

/**
 * What all interactions have in common: who acts, in which workspace with the app, and a trigger.
 *
 * @throws Error when the manifest leaves interactivity off
 */
export function toInteraction(
  world: World,
  options: { type: string; team: string; user: FakeUser },
): Record<string, unknown> {
  if (world.manifest !== null && world.manifest.settings.interactivity?.is_enabled !== true) {
    throw new Error('Slack sends no interactions: enable settings.interactivity in the manifest.')
  }
  const { type, user } = options
  const { id, domain } = getTeam(world, options.team)
  return {
    type,
    token: 'verification',
    api_app_id: world.appId,
    team: { id, domain },
    enterprise: null,
    is_enterprise_install: false,
    user: { id: user.id, username: user.name, name: user.name, team_id: user.team },
    trigger_id: issueTrigger(world, { team: id, user: user.id }),
  }
}
