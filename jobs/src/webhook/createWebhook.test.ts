import { type AlertPayload, MessengerError } from '@medikey/core'
import { createSecret } from '@medikey/runtime'
import { Webhook as Verifier } from 'standardwebhooks'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Receiver, startReceiver } from '../../testing/startReceiver.ts'
import { createWebhook } from './createWebhook.ts'

const SECRET = 'a secret of some length that both sides know'
const payload: AlertPayload = {
  type: 'medikey.alert.fired.v1',
  timestamp: '2026-01-01T09:00:00.000Z',
  data: {
    network: 'devnet',
    contract: 'ST1.medvault',
    demo: false,
    alert: {
      id: 'a1',
      rule: 'unsanctioned-grant',
      title: 'grant without approval',
      cause: 'ST2',
      severity: 'critical',
      status: 'firing',
      startedAt: '2026-01-01T09:00:00.000Z',
      firedAt: '2026-01-01T09:00:00.000Z',
      acknowledgedAt: null,
      acknowledgedBy: null,
      resolvedAt: null,
      silencedUntil: null,
    },
    findingCount: 1,
    findings: [],
  },
}

let receiver: Receiver
beforeEach(async () => {
  receiver = await startReceiver()
})
afterEach(() => receiver.close())

const open = (secret = SECRET) => createWebhook({ url: receiver.url, secret: createSecret(secret) })
const fail = async (): Promise<MessengerError> => {
  const error = await open()
    .postEvent({ key: 'p1', payload })
    .then(
      () => null,
      (thrown: unknown) => thrown,
    )
  if (!(error instanceof MessengerError)) throw new Error('It did not fail as a messenger fails.')
  return error
}

describe('what a receiver gets', () => {
  test.each([SECRET, 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'])('is signed with %s', async (secret) => {
    expect(await open(secret).postEvent({ key: 'p1', payload })).toEqual({ status: 204 })
    const [got] = receiver.received
    expect(got?.method).toBe('POST')
    expect(got?.headers).toMatchObject({ 'content-type': 'application/json', 'webhook-id': 'p1' })
    const verifier = secret.startsWith('whsec_')
      ? new Verifier(secret)
      : new Verifier(secret, { format: 'raw' })
    expect(verifier.verify(got?.body ?? '', got?.headers as Record<string, string>)).toEqual(payload)
    const forged = `${got?.body} `
    expect(() => verifier.verify(forged, got?.headers as Record<string, string>)).toThrow()
  })

  test('carries the same id at every try, so that it is known again', async () => {
    receiver.answerNext((response) => void response.destroy())
    expect(await fail()).toMatchObject({ retryAfterMs: expect.any(Number), ambiguous: true })
    await open().postEvent({ key: 'p1', payload })
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual(['p1', 'p1'])
  })
})

describe('an answer that is no success', () => {
  const answer = (status: number, headers: Record<string, string> = {}) =>
    receiver.answerNext((response) => void response.writeHead(status, headers).end('<html>no</html>'))

  test.each([400, 401, 404, 410, 422])('of %i is given up', async (status) => {
    answer(status)
    expect(await fail()).toMatchObject({ retryAfterMs: null, ambiguous: false })
  })

  test.each([408, 500, 502, 503])('of %i is tried again', async (status) => {
    answer(status)
    expect(await fail()).toMatchObject({ retryAfterMs: 1_000 })
  })

  test('says when to try again, and is obeyed', async () => {
    answer(429, { 'retry-after': '30' })
    expect(await fail()).toMatchObject({ retryAfterMs: 30_000 })
    answer(503, { 'retry-after': '999999' })
    expect(await fail()).toMatchObject({ retryAfterMs: 600_000 })
    answer(429, { 'retry-after': 'soon' })
    expect(await fail()).toMatchObject({ retryAfterMs: 1_000 })
  })

  test('that leads elsewhere is not followed: what is signed is for one address', async () => {
    answer(307, { location: receiver.url })
    expect(await fail()).toMatchObject({
      retryAfterMs: null,
      shortMessage: expect.stringContaining('alerts.webhook.url'),
    })
    expect(receiver.received).toHaveLength(1)
  })

  test('tells neither the address nor the secret', async () => {
    answer(403)
    const error = await fail()
    expect(`${error.message} ${JSON.stringify(error)}`).not.toContain(SECRET)
    expect(`${error.message} ${JSON.stringify(error)}`).not.toContain(receiver.url)
  })

  test('is none where nobody listens', async () => {
    await receiver.close()
    expect(await fail()).toMatchObject({ retryAfterMs: 1_000 })
    receiver = await startReceiver()
  })
})
