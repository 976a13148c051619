import type { Method } from './Method.ts'
import { tiers } from './tiers.ts'

/** `apps.connections.open`: where the Socket Mode connection is to be made, once. */
export const openConnection: Method = {
  token: 'app',
  scopes: [],
  perMinute: tiers.one,
  answer(world) {
    const ticket = world.nextId('ticket')
    world.tickets.add(ticket)
    return {
      ok: true,
      url: `${world.origin.replace('http', 'ws')}/link/?ticket=${ticket}&app_id=${world.appId}`,
    }
  },
}
