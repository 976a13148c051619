import { randomBytes } from 'node:crypto'
import type { WebSocket } from 'ws'
import { intents } from '../intents.ts'
import type { Identify, Resume } from '../schemas/frameSchema.ts'
import type { GatewayEvent, World } from '../World.ts'
import { toWireGuild } from '../wire/toWireGuild.ts'
import type { Session } from './Session.ts'
import { toReady } from './toReady.ts'

/** How many events a session keeps for an app that is away. */
const KEPT_EVENTS = 1000

export type Sessions = {
  begin(connection: WebSocket, identify: Identify): Session
  /** Null where the session cannot be resumed. */
  resume(connection: WebSocket, resume: Resume): Session | 'invalid-sequence' | null
  end(session: Session): void
  /** Sends an event to whoever asked for such events, or keeps it for them. */
  dispatch(event: GatewayEvent): void
  list(): readonly Session[]
}

/** Keeps the sessions of the gateway. */
export function createSessions(world: World): Sessions {
  const sessions = new Set<Session>()

  function send(session: Session, event: Pick<GatewayEvent, 'type' | 'data'>): void {
    session.sequence += 1
    const frame = JSON.stringify({ op: 0, t: event.type, s: session.sequence, d: event.data })
    session.events.push({ sequence: session.sequence, frame })
    if (session.events.length > KEPT_EVENTS) session.events.shift()
    session.connection?.send(frame)
  }

  return {
    begin(connection, identify) {
      const session: Session = {
        id: randomBytes(16).toString('hex'),
        intents: identify.intents,
        sequence: 0,
        events: [],
        connection,
      }
      sessions.add(session)
      send(session, { type: 'READY', data: toReady(world, { sessionId: session.id }) })
      if ((session.intents & intents.Guilds) !== 0)
        for (const guild of world.guilds.values())
          send(session, { type: 'GUILD_CREATE', data: toWireGuild(world, guild) })
      return session
    },
    resume(connection, { session_id: id, seq }) {
      const session = [...sessions].find((candidate) => candidate.id === id)
      if (session === undefined) return null
      if (seq > session.sequence) return 'invalid-sequence'
      const missed = session.events.filter(({ sequence }) => sequence > seq)
      if (missed.length < session.sequence - seq) {
        sessions.delete(session)
        return null
      }
      session.connection?.terminate()
      session.connection = connection
      for (const { frame } of missed) connection.send(frame)
      send(session, { type: 'RESUMED', data: {} })
      return session
    },
    end: (session) => void sessions.delete(session),
    dispatch({ type, intent, data }) {
      for (const session of sessions)
        if (intent === null || (session.intents & intents[intent]) !== 0) send(session, { type, data })
    },
    list: () => [...sessions],
  }
}
