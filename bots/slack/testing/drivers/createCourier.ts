import { performance } from 'node:perf_hooks'
import type { Envelope, SocketDoor } from '../server/createSocketDoor.ts'
import { signRequest } from '../signRequest.ts'
import type { World } from '../World.ts'
import type { Delivery } from './Delivery.ts'

export type Parcel = {
  readonly type: Envelope['type']
  readonly payload: Record<string, unknown>
  /** Changes the signed request before it leaves; HTTP only. */
  readonly tamper?: { readonly signingSecret?: string; readonly at?: Date }
}

export type Courier = {
  deliver(parcel: Parcel): Promise<Delivery>
  deliverTo(url: string): void
}

/** Brings commands, clicks and forms to the app: over its socket, or signed to its request URL once one is set. */
export function createCourier(world: World, options: { door: SocketDoor; signingSecret: string }): Courier {
  const { door, signingSecret } = options
  let requestUrl: string | null = null

  async function overSocket(envelope: Envelope): Promise<Delivery> {
    const start = performance.now()
    const response = await door.deliver(envelope)
    return {
      status: 200,
      acknowledgedAfterMs: performance.now() - start,
      response,
      redeliver: () => overSocket({ ...envelope, retry: envelope.retry + 1 }),
    }
  }

  async function overHttp(url: string, parcel: Parcel, retry: number): Promise<Delivery> {
    const { type, payload, tamper } = parcel
    const fields = type === 'slash_commands' ? toFields(payload) : { payload: JSON.stringify(payload) }
    const body = new URLSearchParams(fields).toString()
    const start = performance.now()
    const answer = await fetch(url, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...signRequest({ signingSecret: tamper?.signingSecret ?? signingSecret, body, at: tamper?.at }),
        ...(retry > 0
          ? { 'x-slack-retry-num': retry.toString(), 'x-slack-retry-reason': 'http_timeout' }
          : {}),
      },
      signal: AbortSignal.timeout(3000),
    })
    const text = await answer.text()
    return {
      status: answer.status,
      acknowledgedAfterMs: performance.now() - start,
      response: text.startsWith('{') ? JSON.parse(text) : {},
      redeliver: () => overHttp(url, parcel, retry + 1),
    }
  }

  return {
    deliver: (parcel) =>
      requestUrl === null
        ? overSocket({ id: world.nextId('envelope'), type: parcel.type, payload: parcel.payload, retry: 0 })
        : overHttp(requestUrl, parcel, 0),
    deliverTo(url) {
      requestUrl = url
    },
  }
}

function toFields(payload: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)]))
}
