import { performance } from 'node:perf_hooks'
import type { Envelope, SocketDoor } from '../server/createSocketDoor.ts'
import { signRequest } from '../signRequest.ts'
import type { FakeNotice, World } from '../World.ts'
import type { Delivery } from './Delivery.ts'

/** What Slack itself would never send. */
export type Tamper = {
  /** HTTP only: signs with another secret, or as if at another time. */
  readonly signingSecret?: string
  readonly at?: Date
  /** Changes the payload before it leaves. */
  readonly edit?: (payload: Record<string, unknown>) => Record<string, unknown>
}

export type Parcel = {
  readonly type: Envelope['type']
  readonly payload: Record<string, unknown>
  /** Whom Slack tells when the app does not take it, and of what. */
  readonly user: string
  readonly what: string
  readonly tamper?: Tamper
}

export type Courier = {
  deliver(parcel: Parcel): Promise<Delivery>
  deliverTo(url: string): void
  /** Asks the request URL whether it is an app's, as Slack does when the URL is entered. */
  verifyUrl(): Promise<Delivery>
}

/** Brings what people do to the app: over its socket, or signed to its request URL once one is set. */
export function createCourier(world: World, options: { door: SocketDoor; signingSecret: string }): Courier {
  const { door, signingSecret } = options
  let requestUrl: string | null = null

  async function overSocket(envelope: Envelope, parcel: Parcel): Promise<Delivery> {
    const start = performance.now()
    const response = await door.deliver(envelope)
    if (response === null) throw timeOut(parcel)
    return {
      status: 200,
      acknowledgedAfterMs: performance.now() - start,
      response,
      redeliver: () => overSocket({ ...envelope, retry: envelope.retry + 1 }, parcel),
    }
  }

  async function overHttp(url: string, parcel: Parcel, retry: number): Promise<Delivery> {
    const { tamper } = parcel
    const { body, contentType } = toBody(parcel)
    const start = performance.now()
    const answer = await fetch(url, {
      method: 'POST',
      body,
      headers: {
        'content-type': contentType,
        ...signRequest({ signingSecret: tamper?.signingSecret ?? signingSecret, body, at: tamper?.at }),
        ...(retry > 0
          ? { 'x-slack-retry-num': retry.toString(), 'x-slack-retry-reason': 'http_timeout' }
          : {}),
      },
      signal: AbortSignal.timeout(world.acknowledgeWithinMs),
    }).catch((error: unknown) => {
      throw error instanceof Error && error.name === 'TimeoutError' ? timeOut(parcel) : error
    })
    const text = await answer.text()
    if (!answer.ok) tell(parcel, 'dispatch_failed')
    return {
      status: answer.status,
      acknowledgedAfterMs: performance.now() - start,
      response: text.startsWith('{') ? JSON.parse(text) : {},
      redeliver: () => overHttp(url, parcel, retry + 1),
    }
  }

  function timeOut(parcel: Parcel): Error {
    tell(parcel, 'operation_timeout')
    return new Error(
      `operation_timeout: the app did not acknowledge ${parcel.what} within ${world.acknowledgeWithinMs} ms.`,
    )
  }

  /** Of an event nobody waits for an answer. */
  function tell({ type, user, what }: Parcel, error: FakeNotice['error']): void {
    if (type !== 'events_api') world.notices.push({ user, what, error })
  }

  return {
    deliver(sent) {
      const parcel = { ...sent, payload: sent.tamper?.edit?.(structuredClone(sent.payload)) ?? sent.payload }
      return requestUrl === null
        ? overSocket(
            { id: world.nextId('envelope'), type: parcel.type, payload: parcel.payload, retry: 0 },
            parcel,
          )
        : overHttp(requestUrl, parcel, 0)
    },
    deliverTo(url) {
      requestUrl = url
    },
    verifyUrl() {
      if (requestUrl === null) throw new Error('There is no request URL: name it with deliverTo first.')
      const payload = {
        type: 'url_verification',
        token: 'verification',
        challenge: world.nextId('challenge'),
      }
      return overHttp(requestUrl, { type: 'events_api', payload, user: '', what: 'url_verification' }, 0)
    },
  }
}

/** Events come as JSON, everything else as a form. */
function toBody({ type, payload }: Parcel): { body: string; contentType: string } {
  if (type === 'events_api') return { body: JSON.stringify(payload), contentType: 'application/json' }
  const fields =
    type === 'slash_commands'
      ? Object.fromEntries(
          Object.entries(payload).map(([name, value]) => [
            name,
            typeof value === 'string' ? value : JSON.stringify(value),
          ]),
        )
      : { payload: JSON.stringify(payload) }
  return {
    body: new URLSearchParams(fields).toString(),
    contentType: 'application/x-www-form-urlencoded',
  }
}
