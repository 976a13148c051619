import { createCleanup } from '../../harness/createCleanup.ts'
import { createPageServer, type PageServer } from '../../harness/pages/createPageServer.ts'
import { answerAsks } from '../local-chain/answerAsks.ts'

/** Serves a made history from a process of its own, until that is ended. */
let pages: PageServer | undefined

answerAsks({
  async serve({ events }: { events: number }) {
    pages ??= await createPageServer({ events, cleanup: createCleanup() })
    pages.setLength(events)
    return pages.url
  },
})
