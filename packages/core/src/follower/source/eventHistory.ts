import { type ContractEvent, CursorNotFoundError, UnexpectedAnswerError } from '@medikey/contract-client'
import type { Ledger } from '../../ports/Ledger.ts'
import type { History, HistoryPage } from './readUpwards.ts'

const PAGE = 100
/** The API leaves out no more than this at once. */
const LEAP = 1_000

/** The contract's events. */
export function eventHistory(ledger: Pick<Ledger, 'getContractEvents'>): History<ContractEvent> {
  const readPage = async (cursor?: string): Promise<HistoryPage<ContractEvent>> => {
    const page = await ledger.getContractEvents({ limit: PAGE, ...(cursor === undefined ? {} : { cursor }) })
    return { ...page, items: page.events }
  }
  return {
    of: 'events',
    pageLength: PAGE,
    readPage,
    /** Leaps of a thousand: nothing has to be read to find where the history begins. */
    async readOldPage() {
      let cursor: string | undefined
      for (;;) {
        const next = await ledger
          .getContractEvents({ limit: 1, offset: LEAP, ...(cursor === undefined ? {} : { cursor }) })
          .catch(whereItEnds)
        if (next === null || next.cursor === null || next.cursor === cursor) return readPage(cursor)
        cursor = next.cursor
      }
    },
    toKey: ({ txid, eventIndex }) => `${txid}/${eventIndex}`,
  }
}

/** Beyond the oldest event there is no page; an API that does not leap is read page by page. */
function whereItEnds(error: unknown): null {
  const isEnd =
    error instanceof CursorNotFoundError || (error instanceof UnexpectedAnswerError && error.status === 400)
  if (isEnd) return null
  throw error
}
