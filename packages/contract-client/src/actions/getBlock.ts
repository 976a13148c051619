import { z } from 'zod'
import type { ClientContext } from '../ClientContext.ts'
import { InvalidArgumentError } from '../errors/InvalidArgumentError.ts'
import { hash, height, time } from '../http/answerFields.ts'
import { readExtended } from '../http/readExtended.ts'
import type { Block } from '../types/Block.ts'

const route = '/extended/v2/blocks/{height_or_hash}'

const blockAnswer = z.object({
  canonical: z.boolean(),
  height,
  hash,
  parent_block_hash: hash,
  block_time: time,
  tenure_height: height,
  burn_block_height: height,
})

/** A block of the canonical chain. */
export async function getBlock(
  context: ClientContext,
  o: { height: number } | { hash: string },
): Promise<Block | null> {
  const asked = context.api.GET(route, {
    params: { path: { height_or_hash: 'hash' in o ? parseHash(o.hash) : parseHeight(o.height) } },
    parseAs: 'text',
  })
  const answer = await readExtended(asked, { route, schema: blockAnswer })
  if (!answer?.canonical) return null
  return {
    height: answer.height,
    hash: answer.hash,
    parentHash: answer.parent_block_hash,
    time: answer.block_time,
    tenureHeight: answer.tenure_height,
    burnBlockHeight: answer.burn_block_height,
  }
}

function parseHash(value: string): string {
  if (/^0x[0-9a-f]{64}$/i.test(value)) return value.toLowerCase()
  throw new InvalidArgumentError({ argument: 'hash', problem: 'hash must be 0x and 64 hexadecimal digits.' })
}

function parseHeight(value: number): number {
  if (Number.isSafeInteger(value) && value >= 0) return value
  throw new InvalidArgumentError({
    argument: 'height',
    problem: 'height must be a whole number that is not negative.',
  })
}
