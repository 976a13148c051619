import { expect, test } from 'vitest'
import { createClinic, people } from '../../../testing/index.ts'
import { createPollingSource } from './createPollingSource.ts'

const DRAW = { functionName: 'accessMedicalData', recordId: 1n, accessVolume: 1n } as const

test('a page of events and one of transactions are on their way at once, and never two of a kind', async () => {
  const { ledger } = createClinic()
  for (let draw = 0; draw < 500; draw += 1) ledger.act({ sender: people.alice, call: DRAW })
  const open = { events: 0, transactions: 0 }
  const most = { events: 0, transactions: 0, together: 0 }
  const watch =
    <O, T>(kind: keyof typeof open, ask: (options?: O) => Promise<T>) =>
    async (options?: O) => {
      open[kind] += 1
      most[kind] = Math.max(most[kind], open[kind])
      most.together = Math.max(most.together, open.events + open.transactions)
      try {
        // An answer takes its time.
        await new Promise((resolve) => setImmediate(resolve))
        return await ask(options)
      } finally {
        open[kind] -= 1
      }
    }
  const source = createPollingSource({
    ...ledger,
    getContractEvents: watch('events', ledger.getContractEvents),
    getContractTransactions: watch('transactions', ledger.getContractTransactions),
  })
  let events = 0
  for await (const batch of source.read({ from: null })) events += batch?.events.length ?? 0
  expect(events).toBe(504)
  expect(most).toEqual({ events: 1, transactions: 1, together: 2 })
  expect(open).toEqual({ events: 0, transactions: 0 })
})

test('who stops in the middle waits for what is on its way, and asks for nothing more', async () => {
  const { ledger } = createClinic()
  for (let draw = 0; draw < 1_500; draw += 1) ledger.act({ sender: people.alice, call: DRAW })
  let [asked, open] = [0, 0]
  const getContractTransactions: typeof ledger.getContractTransactions = async (options) => {
    asked += 1
    open += 1
    await new Promise((resolve) => setImmediate(resolve))
    return ledger.getContractTransactions(options).finally(() => {
      open -= 1
    })
  }
  const source = createPollingSource({ ...ledger, getContractTransactions })
  for await (const batch of source.read({ from: null })) {
    expect(batch?.events.length).toBeLessThan(1_500)
    break
  }
  const before = asked
  expect(open).toBe(0)
  await new Promise((resolve) => setImmediate(resolve))
  expect(asked).toBe(before)
})

test('a history is read once: where it begins is found without reading it', async () => {
  const { ledger } = createClinic()
  for (let draw = 0; draw < 996; draw += 1) ledger.act({ sender: people.alice, call: DRAW })
  const pages = { events: 0, transactions: 0 }
  const source = createPollingSource({
    ...ledger,
    async getContractEvents(options) {
      if (options?.limit !== 1) pages.events += 1
      return ledger.getContractEvents(options)
    },
    async getContractTransactions(options) {
      pages.transactions += 1
      return ledger.getContractTransactions(options)
    },
  })
  let events = 0
  for await (const batch of source.read({ from: null })) events += batch?.events.length ?? 0
  expect(events).toBe(1_000)
  // Beside a hundred, or fifty, a page: the newest one, and one to begin from.
  expect(pages.events).toBeLessThanOrEqual(12)
  expect(pages.transactions).toBeLessThanOrEqual(22)
})
