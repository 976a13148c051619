import { hexToCV } from '@stacks/transactions'
import type { z } from 'zod'
import { UnexpectedAnswerError } from '../errors/UnexpectedAnswerError.ts'
import { fromClarity } from './fromClarity.ts'

/** Decodes a serialized Clarity value of a shape, or says that it is none. */
export function parseClarityHex<T>(o: { route: string; hex: string; schema: z.ZodType<T> }): T {
  let value: unknown
  try {
    value = fromClarity(hexToCV(o.hex))
  } catch (cause) {
    throw new UnexpectedAnswerError({
      route: o.route,
      problem: 'answered with bytes that are no Clarity value',
      cause,
    })
  }
  const result = o.schema.safeParse(value)
  if (result.success) return result.data
  throw new UnexpectedAnswerError({
    route: o.route,
    problem: 'answered with a Clarity value that medvault does not have',
    details: [`value: ${o.hex.slice(0, 300)}`],
  })
}
