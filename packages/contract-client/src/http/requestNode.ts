import type { z } from 'zod'
import type { ClientContext } from '../ClientContext.ts'
import { UnexpectedAnswerError } from '../errors/UnexpectedAnswerError.ts'
import { parseAnswer } from './parseAnswer.ts'

/** Asks one of the node's own `/v2` routes. A body makes it a POST. */
export async function requestNode<T>(
  context: ClientContext,
  o: { path: string; body?: unknown; schema: z.ZodType<T> },
): Promise<T> {
  const init =
    o.body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(o.body) }
  const route = `${init.method ?? 'GET'} ${o.path}`
  const response = await context.fetch(`${context.apiUrl}${o.path}`, init)
  const text = await response.text()
  if (!response.ok) {
    throw new UnexpectedAnswerError({
      route,
      status: response.status,
      problem: `answered with status ${response.status}`,
      details: [`answer: ${text.slice(0, 300)}`],
    })
  }
  return parseAnswer({ route, text, schema: o.schema })
}
