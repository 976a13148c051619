import { z } from 'zod'
import type { ClientContext } from '../ClientContext.ts'
import { parseClarityHex } from '../clarity/parseClarityHex.ts'
import { CursorNotFoundError } from '../errors/CursorNotFoundError.ts'
import { InvalidArgumentError } from '../errors/InvalidArgumentError.ts'
import { hash, height } from '../http/answerFields.ts'
import { readExtended } from '../http/readExtended.ts'
import type { ContractEventPage } from '../types/ContractEventPage.ts'
import { medvaultEvent } from '../types/MedvaultEvent.ts'

const route = '/extended/v2/smart-contracts/{contract_id}/logs'
const longestPage = 100
const furthestOffset = 1000
const cursorShape = /^\d+:\d+:\d+:\d+$/

const logsAnswer = z.object({
  next_cursor: z.string().nullable(),
  prev_cursor: z.string().nullable(),
  cursor: z.string().nullable(),
  results: z.array(
    z.object({
      event_index: height,
      tx_id: hash,
      contract_log: z.object({ topic: z.string(), value: z.object({ hex: z.string() }) }),
    }),
  ),
})

/** A page of the contract's events, newest first. */
export async function getContractEvents(
  context: ClientContext,
  o: { cursor?: string; limit?: number; offset?: number } = {},
): Promise<ContractEventPage> {
  const { cursor, limit = longestPage, offset = 0 } = o
  if (!Number.isInteger(limit) || limit < 1 || limit > longestPage) {
    throw new InvalidArgumentError({ argument: 'limit', problem: `limit must be from 1 to ${longestPage}.` })
  }
  if (!Number.isInteger(offset) || offset < 0 || offset > furthestOffset) {
    throw new InvalidArgumentError({
      argument: 'offset',
      problem: `offset must be from 0 to ${furthestOffset}.`,
    })
  }
  if (cursor !== undefined && !cursorShape.test(cursor)) {
    throw new InvalidArgumentError({
      argument: 'cursor',
      problem: 'cursor must be one that a page of events named.',
    })
  }
  const asked = context.api.GET(route, {
    params: {
      path: { contract_id: context.contract },
      query: {
        limit,
        ...(cursor === undefined ? {} : { cursor }),
        ...(offset === 0 ? {} : { offset }),
      },
    },
    parseAs: 'text',
  })
  const answer = await readExtended(asked, { route, schema: logsAnswer })
  if (answer === null) {
    if (cursor !== undefined) throw new CursorNotFoundError({ cursor })
    return { events: [], cursor: null, olderCursor: null, newerCursor: null }
  }
  return {
    events: answer.results.map(({ tx_id, event_index, contract_log }) => ({
      txid: tx_id,
      eventIndex: event_index,
      value: contract_log.topic === 'print' ? readEvent(contract_log.value.hex) : null,
      rawHex: contract_log.value.hex,
    })),
    cursor: answer.cursor,
    olderCursor: answer.prev_cursor,
    newerCursor: answer.next_cursor,
  }
}

function readEvent(hex: string) {
  const printed = parseClarityHex({ route, hex, schema: z.unknown() })
  return medvaultEvent.safeParse(printed).data ?? null
}
