import { MessengerError, type Webhook } from '@medikey/core'
import type { Secret } from '@medikey/runtime'
import { Webhook as Signer } from 'standardwebhooks'
import { readRetryAfter } from './readRetryAfter.ts'

/** Below the time for which core keeps others from trying the same. */
const ATTEMPT_MS = 5_000
const SOON_MS = 1_000
/** Answers that ask for another try; every other 4xx says that no try will do. */
const TRY_AGAIN: readonly number[] = [408, 425, 429]

/**
 * Makes the webhook: each step of an alert's life is one JSON POST, signed as https://www.standardwebhooks.com says
 * (HMAC-SHA256 over id, time and body). `webhook-id` is the same at every try.
 *
 * @param options.url where it is posted; redirects are not followed, since a signed body is for this address alone
 * @param options.secret what both sides know: any text, or `whsec_` and base64
 * @param options.now the time that is signed; receivers refuse one that is minutes off
 * @example
 * const webhook = createWebhook({ url: 'https://alerts.example.com/medikey', secret })
 * await webhook.postEvent({ key, payload }) // { status: 204 }
 */
export function createWebhook(options: {
  url: string
  secret: Secret
  now?: () => Date
  fetch?: typeof fetch
}): Webhook {
  const { url, secret, now = () => new Date(), fetch: send = fetch } = options
  return {
    platform: 'webhook',
    async postEvent({ key, payload }) {
      const body = JSON.stringify(payload)
      const at = now()
      const response = await send(url, {
        method: 'POST',
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(ATTEMPT_MS),
        headers: {
          'content-type': 'application/json',
          'user-agent': 'MediKey',
          'webhook-id': key,
          'webhook-timestamp': Math.floor(at.getTime() / 1_000).toString(),
          'webhook-signature': createSigner(secret).sign(key, at, body),
        },
      }).catch((error: unknown) => {
        throw createError('The webhook did not answer in time, or could not be reached.', SOON_MS, error)
      })
      // What it says is of no use, and nobody knows how much it says.
      await response.body?.cancel()
      const { status } = response
      if (status >= 200 && status < 300) return { status }
      throw toError(response)
    },
  }
}

/** Made for each use, so that the secret is kept nowhere else. */
function createSigner(secret: Secret): Signer {
  const value = secret.reveal()
  return value.startsWith('whsec_') ? new Signer(value) : new Signer(value, { format: 'raw' })
}

function toError({ status, headers }: Response): MessengerError {
  if (TRY_AGAIN.includes(status))
    return createError(`The webhook asks to try later (HTTP status ${status}).`, readRetryAfter(headers))
  if (status >= 500)
    return createError(
      `The webhook failed with HTTP status ${status}.`,
      Math.max(SOON_MS, readRetryAfter(headers)),
    )
  const advice =
    status >= 300 && status < 400
      ? 'It leads elsewhere: set alerts.webhook.url in medikey.yaml to where it leads.'
      : status === 401 || status === 403
        ? 'Check that it knows MEDIKEY_WEBHOOK_SECRET.'
        : 'Check alerts.webhook.url in medikey.yaml and what listens there.'
  return createError(`The webhook refused the alert with HTTP status ${status}. ${advice}`, null)
}

function createError(shortMessage: string, retryAfterMs: number | null, cause?: unknown): MessengerError {
  return new MessengerError({
    platform: 'webhook',
    shortMessage,
    retryAfterMs,
    ambiguous: retryAfterMs !== null,
    cause,
  })
}
