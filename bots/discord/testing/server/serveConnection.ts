import type { RawData, WebSocket } from 'ws'
import { knownIntents, privilegedIntents } from '../intents.ts'
import { type Frame, frameSchema, type Identify, type Resume } from '../schemas/frameSchema.ts'
import type { World } from '../World.ts'
import { type CloseCode, closeCodes } from './closeCodes.ts'
import type { Handshake } from './createGatewayDoor.ts'
import type { Sessions } from './createSessions.ts'
import type { Session } from './Session.ts'

const HEARTBEAT_INTERVAL_MS = 41_250
const FRAMES_A_MINUTE = 120

/** Close codes after which there is nothing to resume: the app took its leave, or the session ended. */
const FAREWELLS: readonly number[] = [1000, 1001, 4004, 4007, 4009, 4010, 4011, 4012, 4013, 4014]

/** Talks with one connection of an app, from hello to its end. */
export function serveConnection(
  world: World,
  options: { connection: WebSocket; sessions: Sessions; onHandshake: (kind: Handshake) => void },
): void {
  const { connection, sessions, onHandshake } = options
  let session: Session | null = null
  const isAuthenticated = () => session !== null && session.connection === connection
  let frames = { since: world.now(), count: 0 }

  function identify({ token, intents, ...rest }: Identify): CloseCode | null {
    if (isAuthenticated()) return closeCodes.alreadyAuthenticated
    if (token !== world.token) return closeCodes.authenticationFailed
    if ((intents & ~knownIntents) !== 0) return closeCodes.invalidIntents
    if ((intents & privilegedIntents) !== 0 && !world.hasPrivilegedIntents)
      return closeCodes.disallowedIntents
    onHandshake('identify')
    session = sessions.begin(connection, { token, intents, ...rest })
    return null
  }

  function resume(payload: Resume): CloseCode | null {
    if (isAuthenticated()) return closeCodes.alreadyAuthenticated
    if (payload.token !== world.token) return closeCodes.authenticationFailed
    const resumed = sessions.resume(connection, payload)
    if (resumed === 'invalid-sequence') return closeCodes.invalidSequence
    if (resumed === null) {
      connection.send(JSON.stringify({ op: 9, d: false }))
      return null
    }
    onHandshake('resume')
    session = resumed
    return null
  }

  /** Null, or the code to hang up with. */
  function answer(frame: Frame): CloseCode | null {
    switch (frame.op) {
      case 1:
        connection.send(JSON.stringify({ op: 11 }))
        return null
      case 2:
        return identify(frame.d)
      case 6:
        return resume(frame.d)
      case 3:
        return isAuthenticated() ? null : closeCodes.notAuthenticated
    }
  }

  connection.on('message', (data) => {
    if (world.now() - frames.since >= 60_000) frames = { since: world.now(), count: 0 }
    frames.count += 1
    const frame = frames.count > FRAMES_A_MINUTE ? closeCodes.rateLimited : readFrame(data)
    const code = typeof frame === 'number' ? frame : answer(frame)
    if (code !== null) connection.close(code)
  })
  connection.on('close', (code) => {
    if (session === null || session.connection !== connection) return
    session.connection = null
    if (FAREWELLS.includes(code)) sessions.end(session)
  })
  connection.send(JSON.stringify({ op: 10, d: { heartbeat_interval: HEARTBEAT_INTERVAL_MS } }))
}

/** What an app said, or the code to hang up with where it cannot be understood. */
function readFrame(data: RawData): Frame | CloseCode {
  let value: unknown
  try {
    value = JSON.parse(data.toString())
  } catch {
    return closeCodes.decodeError
  }
  const parsed = frameSchema.safeParse(value)
  if (parsed.success) return parsed.data
  return parsed.error.issues.some(({ path }) => path[0] === 'op' || path.length === 0)
    ? closeCodes.unknownOpcode
    : closeCodes.decodeError
}
