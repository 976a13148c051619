import { z } from 'zod'
import { UnexpectedAnswerError } from '../errors/UnexpectedAnswerError.ts'

/** Reads an answer's text as JSON of a shape, or says that it is none. */
export function parseAnswer<T>(o: { route: string; text: string; schema: z.ZodType<T> }): T {
  let json: unknown
  try {
    json = JSON.parse(o.text)
  } catch (cause) {
    throw new UnexpectedAnswerError({
      route: o.route,
      problem: 'answered with something that is not JSON',
      cause,
    })
  }
  const result = o.schema.safeParse(json)
  if (result.success) return result.data
  throw new UnexpectedAnswerError({
    route: o.route,
    problem: 'answered in a shape that is not known here',
    details: z.prettifyError(result.error).split('\n').slice(0, 8),
  })
}
