import type { World } from '../World.ts'
import { toWireUser } from '../wire/toWireUser.ts'

/** The first event of a session: who the app is, and where it is; its guilds become available afterwards. */
export function toReady(world: World, options: { sessionId: string }): Record<string, unknown> {
  return {
    v: 10,
    user: toWireUser(world, world.applicationId),
    guilds: [...world.guilds.keys()].map((id) => ({ id, unavailable: true })),
    session_id: options.sessionId,
    resume_gateway_url: world.origin.replace(/^http/, 'ws'),
    application: { id: world.applicationId, flags: 0 },
  }
}
