import { z } from 'zod'
import { UnexpectedAnswerError } from '../errors/UnexpectedAnswerError.ts'
import { parseAnswer } from './parseAnswer.ts'

/** What the API client resolves to when it is asked for the text of an answer. */
export type ExtendedAnswer = { readonly data?: string; readonly error?: unknown; readonly response: Response }

const notFound = z.object({ error: z.string(), message: z.string().optional() })

/**
 * Reads an answer of an `/extended` route; null is the API's own "not found". A 404 of anybody else, a proxy or
 * an API that lacks the route, is no such answer: taking it for one would make a mined transaction unknown.
 */
export async function readExtended<T>(
  asked: Promise<ExtendedAnswer>,
  o: { route: string; schema: z.ZodType<T> },
): Promise<T | null> {
  const { data, error, response } = await asked
  if (response.ok) return parseAnswer({ route: o.route, text: data ?? '', schema: o.schema })
  if (response.status === 404) {
    const answer = notFound.safeParse(error)
    const routeIsMissing = answer.success && /^Route [A-Z]+:/.test(answer.data.message ?? answer.data.error)
    if (answer.success && !routeIsMissing) return null
  }
  throw new UnexpectedAnswerError({
    route: o.route,
    status: response.status,
    problem:
      response.status === 401 || response.status === 403
        ? `refused the request with status ${response.status}; STACKS_API_KEY may be missing or wrong`
        : `answered with status ${response.status}`,
    details: [`answer: ${JSON.stringify(error ?? null).slice(0, 300)}`],
  })
}
