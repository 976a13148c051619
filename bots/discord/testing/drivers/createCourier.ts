import { randomBytes } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import type { GatewayDoor } from '../server/createGatewayDoor.ts'
import type { Attempt, FakeInteraction, World } from '../World.ts'
import { toWireInteraction } from '../wire/toWireInteraction.ts'
import type { Delivery } from './Delivery.ts'

const FIRST_RESPONSE_WITHIN_MS = 3000

/** What Discord itself would never send. */
export type Tamper = {
  /** Changes the interaction before the app is told of it. */
  readonly edit?: (payload: Record<string, unknown>) => Record<string, unknown>
}

/** What a person did, before Discord gave it an id and a token. */
export type Parcel = Pick<FakeInteraction, 'kind' | 'user' | 'channel' | 'message'> & {
  readonly data: Readonly<Record<string, unknown>>
  readonly tamper?: Tamper
}

export type Courier = {
  deliver(parcel: Parcel): Promise<Delivery>
}

/** Brings what people do to the app over the gateway, and waits for its first response. */
export function createCourier(world: World, options: { door: GatewayDoor }): Courier {
  const { door } = options
  const waiting = new Map<string, (attempt: Attempt) => void>()
  world.onAttempt = (attempt) => waiting.get(attempt.interaction.id)?.(attempt)

  async function send(interaction: FakeInteraction, payload: unknown): Promise<Delivery> {
    if (door.countSessions() === 0) throw new Error('No app is connected to the gateway: log in first.')
    const start = performance.now()
    const attempted = new Promise<Attempt>((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(interaction.id)
        reject(new Error(`The app did not respond within ${FIRST_RESPONSE_WITHIN_MS} ms.`))
      }, FIRST_RESPONSE_WITHIN_MS)
      waiting.set(interaction.id, (attempt) => {
        clearTimeout(timer)
        waiting.delete(interaction.id)
        resolve(attempt)
      })
    })
    world.dispatch({ type: 'INTERACTION_CREATE', intent: null, data: payload })
    const { refusal } = await attempted
    const { response } = interaction
    if (response === null) throw new Error(`Discord refused the app’s first response: ${refusal}.`)
    return {
      interactionId: interaction.id,
      acknowledgedAfterMs: performance.now() - start,
      response,
      refusal,
      redeliver: () => send(interaction, payload),
    }
  }

  return {
    async deliver({ data, tamper, ...parcel }) {
      const id = world.nextId()
      const interaction: FakeInteraction = {
        ...parcel,
        id,
        token: Buffer.from(`interaction:${id}:${randomBytes(48).toString('hex')}`).toString('base64url'),
        issuedAt: world.now(),
        response: null,
        original: null,
      }
      world.interactions.set(id, interaction)
      const payload = toWireInteraction(world, { interaction, data })
      return send(interaction, tamper?.edit?.(structuredClone(payload)) ?? payload)
    },
  }
}
