import type { ServerResponse } from 'node:http'

/** Discord's 429: when to come again stands in the header, and more exactly in the body. */
export function sendRateLimited(
  response: ServerResponse,
  options: { retryAfterMs: number; isGlobal: boolean; headers: Readonly<Record<string, string>> },
): void {
  const { retryAfterMs, isGlobal, headers } = options
  response.writeHead(429, {
    'content-type': 'application/json',
    ...headers,
    'retry-after': Math.ceil(retryAfterMs / 1000).toString(),
    'x-ratelimit-scope': isGlobal ? 'global' : 'user',
    ...(isGlobal ? { 'x-ratelimit-global': 'true' } : {}),
  })
  response.end(
    JSON.stringify({
      message: 'You are being rate limited.',
      retry_after: retryAfterMs / 1000,
      global: isGlobal,
    }),
  )
}
