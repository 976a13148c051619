import { createContractClient } from '@medikey/contract-client'
import { followOnce } from '@medikey/core'
import { createClinic } from '@medikey/core/testing'
import { openStore } from '@medikey/store'
import { contract } from '../../harness/pages/madeHistory.ts'
import { answerAsks } from '../local-chain/answerAsks.ts'
import { measureMemory } from '../local-chain/measureMemory.ts'

const SAMPLE_MS = 250

const connect = (apiUrl: string) =>
  createContractClient({ apiUrl, network: 'devnet', contract, timeoutMs: 60_000 })

answerAsks({
  /** Milliseconds to fetch and parse all pages, one after the other of each kind, both kinds at once. */
  async fetch({ url }: { url: string }) {
    const client = connect(url)
    const startedAt = performance.now()
    const events = async () => {
      let cursor: string | null | undefined
      do {
        const page = await client.getContractEvents(cursor ? { cursor } : {})
        cursor = page.olderCursor
      } while (cursor !== null)
    }
    const transactions = async () => {
      let cursor: string | null | undefined
      do {
        const page = await client.getContractTransactions(cursor ? { cursor } : {})
        cursor = page.olderCursor
      } while (cursor !== null)
    }
    await Promise.all([events(), transactions()])
    return performance.now() - startedAt
  },

  /** Follows the whole history into an empty store. */
  async follow(options: { url: string; dataDir: string | null; databaseUrl: string | null }) {
    const { store, close } = await openStore(options)
    const ledger = connect(options.url)
    const deps = { ...createClinic().deps, store, ledger }
    const idle = measureMemory()
    const samples: number[] = []
    const timer = setInterval(() => samples.push(process.memoryUsage.rss() / 1e6), SAMPLE_MS)
    const startedAt = performance.now()
    const followed = await followOnce(deps)
    const milliseconds = performance.now() - startedAt
    clearInterval(timer)
    const [records, again] = [await store.countRecords({}), await followOnce(deps)]
    await close()
    const sorted = samples.toSorted((a, b) => a - b)
    return {
      milliseconds,
      events: followed.events,
      failedCalls: followed.failedCalls,
      records,
      again: again.events,
      idle,
      steady: sorted[Math.floor(sorted.length / 2)] ?? idle,
      most: sorted.at(-1) ?? idle,
    }
  },
})
