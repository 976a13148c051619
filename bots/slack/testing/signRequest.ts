import { createHmac } from 'node:crypto'

/**
 * Signs a request body as Slack does (`v0`).
 *
 * @param options.at when Slack sends it; a receiver refuses what is older than five minutes
 * @returns the headers that carry the signature
 * @example
 * const headers = signRequest({ signingSecret, body: 'command=%2Fmedikey&text=help' })
 */
export function signRequest(options: { signingSecret: string; body: string; at?: Date }): {
  'x-slack-request-timestamp': string
  'x-slack-signature': string
} {
  const timestamp = Math.floor((options.at ?? new Date()).getTime() / 1000).toString()
  const signature = createHmac('sha256', options.signingSecret)
    .update(`v0:${timestamp}:${options.body}`)
    .digest('hex')
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${signature}` }
}
