import { type ContractEvent, CursorNotFoundError, UnexpectedAnswerError } from '@medikey/contract-client'
import type { Ledger } from '../../ports/Ledger.ts'
import type { History, HistoryPage } from './readUpwards.ts'

const PAGE = 100
/** The API leaves out no more than a thousand at once; with less of them left a page is enough. */
const LEAPS = [1_000, PAGE]

/** The contract's events. */
export function eventHistory(ledger: Pick<Ledger, 'getContractEvents'>): History<ContractEvent> {
  const readPage = async (cursor?: string): Promise<HistoryPage<ContractEvent>> => {
    const page = await ledger.getContractEvents({ limit: PAGE, ...(cursor === undefined ? {} : { cursor }) })
    return { ...page, items: page.events }
  }
  const leap = async (offset: number, cursor?: string): Promise<string | null> => {
    const page = await ledger
      .getContractEvents({ limit: 1, offset, ...(cursor === undefined ? {} : { cursor }) })
      .catch(whereItEnds)
    return page === null || page.cursor === cursor ? null : page.cursor
  }
  return {
    of: 'events',
    pageLength: PAGE,
    readPage,
    /** Leaps: nothing has to be read to find where the history begins. */
    async readOldPage() {
      let cursor: string | undefined
      for (const offset of LEAPS) {
        for (let next = await leap(offset, cursor); next !== null; next = await leap(offset, cursor))
          cursor = next
      }
      return readPage(cursor)
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
