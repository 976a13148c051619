import { getTeam } from '../getTeam.ts'
import type { FakeView, World } from '../World.ts'

/** A view as Slack's answers and payloads carry it. */
export function toWireView(world: World, view: FakeView): Record<string, unknown> {
  return {
    ...view.view,
    private_metadata: view.view.private_metadata ?? '',
    callback_id: view.view.callback_id ?? '',
    id: view.id,
    hash: view.hash,
    team_id: view.team,
    app_id: world.appId,
    app_installed_team_id: view.team,
    bot_id: getTeam(world, view.team).bot.botId,
    root_view_id: view.id,
    previous_view_id: null,
    state: { values: {} },
  }
}
