import { NodeUnreachableError } from '../errors/NodeUnreachableError.ts'
import { RateLimitedError } from '../errors/RateLimitedError.ts'
import { UnexpectedAnswerError } from '../errors/UnexpectedAnswerError.ts'
import { fetchAnswer } from './fetchAnswer.ts'
import { readRetryAfter } from './readRetryAfter.ts'

/**
 * The one way out to the API: adds the key, bounds the time until the whole answer is here, and turns what
 * goes wrong on the way into errors of this package. What it returns was answered with a status below 500.
 */
export function createTransport(o: {
  apiKey?: string
  timeoutMs: number
  fetch: typeof fetch
}): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    if (o.apiKey !== undefined) request.headers.set('x-api-key', o.apiKey)
    const route = `${request.method} ${new URL(request.url).pathname}`
    const timeout = AbortSignal.timeout(o.timeoutMs)

    let response: Response
    let body: string
    try {
      const answer = await fetchAnswer(request, { fetch: o.fetch, signal: timeout })
      response = answer.response
      body = answer.body
    } catch (cause) {
      const problem = timeout.aborted ? `did not answer within ${o.timeoutMs} ms` : 'could not be reached'
      throw new NodeUnreachableError({ route, problem, cause })
    }

    const { status, headers } = response
    if (status === 429) throw new RateLimitedError({ route, retryAfterMs: readRetryAfter(headers) })
    if (status >= 500) throw new NodeUnreachableError({ route, problem: `answered with status ${status}` })
    if (status >= 300 && status < 400) {
      throw new UnexpectedAnswerError({ route, problem: 'answered with a redirect, which is not followed' })
    }
    const type = headers.get('content-type')
    return new Response(status === 204 ? null : body, {
      status,
      headers: type === null ? {} : { 'content-type': type },
    })
  }
}
