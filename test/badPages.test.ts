import { inspect } from 'node:util'
import { createContractClient } from '@medikey/contract-client'
import { advanceAlerts, createPollingSource, followOnce, lookOnce, type Store } from '@medikey/core'
import { createClinic } from '@medikey/core/testing'
import { openStore } from '@medikey/store'
import { Cl, cvToHex } from '@stacks/transactions'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createCleanup } from './harness/createCleanup.ts'
import {
  type Answer,
  type Asked,
  createPageServer,
  type PageServer,
} from './harness/pages/createPageServer.ts'
import { contract } from './harness/pages/madeHistory.ts'

const EVENTS = 1_234
const API_KEY = 'a-key-that-nobody-may-see'
const MINUTE_MS = 60_000

async function setup() {
  const cleanup = createCleanup()
  onTestFinished(cleanup.run)
  const pages = await createPageServer({ events: EVENTS, cleanup })
  const ledger = createContractClient({
    apiUrl: pages.url,
    network: 'devnet',
    contract,
    apiKey: API_KEY,
    timeoutMs: 10_000,
  })
  const openClinic = (store?: Store) => {
    const clinic = createClinic()
    // The made history's blocks are of then.
    clinic.clock.set(new Date((1_790_000_000 + EVENTS * 5) * 1_000))
    return { ...clinic, deps: { ...clinic.deps, ledger, ...(store === undefined ? {} : { store }) } }
  }
  return { pages, openClinic, ...openClinic() }
}

/** What was read, as far as it can be asked for. */
async function read(store: Store) {
  const records = await store.listRecords({ offset: 0, limit: 100 })
  return {
    events: await store.listChanges({ after: null, limit: 10_000 }),
    failedCalls: await store.listFailedCalls({ after: null, limit: 100 }),
    records,
    privileges: await store.listPrivilegesOf({ recordIds: records.map(({ recordId }) => recordId) }),
    draws: await store.listDailyVolumes({ from: new Date(0), to: new Date('2100-01-01') }),
  }
}

/** What an undisturbed reading brings. */
async function readWell({ openClinic, pages }: Awaited<ReturnType<typeof setup>>) {
  pages.disturb(null)
  const { deps } = openClinic()
  await followOnce(deps)
  return read(deps.store)
}

type Page = { results: { tx_id: string; contract_log: { value: { hex: string } } }[] } & Record<
  'cursor' | 'next_cursor' | 'prev_cursor',
  string | null
>

/** Changes pages of events; `number` counts those that are no single event. */
function changeEvents(pages: PageServer, change: (page: Page, options: { number: number }) => Page) {
  let number = 0
  pages.disturb(({ path, query, json }: Asked): Answer | undefined => {
    if (!path.endsWith('/logs') || json === null || query.get('limit') === '1') return undefined
    number += 1
    return { body: JSON.stringify(change(json as Page, { number })) }
  })
}

const html = { 'content-type': 'text/html' }
const troubles: readonly { what: string; told: RegExp; answer: (asked: Asked) => Answer }[] = [
  {
    what: 'a web page with status 200',
    told: /something that is not JSON/,
    answer: () => ({ headers: html, body: '<html><body>Sign in</body></html>' }),
  },
  {
    what: 'a web page with status 502',
    told: /answered with status 502/,
    answer: () => ({ status: 502, headers: html, body: '<html><body>Bad gateway</body></html>' }),
  },
  {
    what: 'a status of 410',
    told: /answered with status 410/,
    answer: () => ({ status: 410, headers: html, body: 'Gone' }),
  },
  {
    what: 'that it is asked too much',
    told: /asks to wait 7000 ms/,
    answer: () => ({ status: 429, headers: { 'retry-after': '7' }, body: '{}' }),
  },
  {
    what: 'a body that is cut off',
    told: /could not be reached/,
    answer: ({ json }) => ({ body: half(json), isCut: true }),
  },
  {
    what: 'JSON that is not whole',
    told: /something that is not JSON/,
    answer: ({ json }) => ({ body: half(json) }),
  },
]

function half(json: unknown): string {
  const text = JSON.stringify(json)
  return text.slice(0, text.length / 2)
}

describe.each(troubles)('an API that answers $what', ({ told, answer }) => {
  test('is told in one alert, without the key, and loses nothing once it is well again', async () => {
    const all = await setup()
    const { pages, deps, clock } = all
    const look = async () => {
      await lookOnce(deps, { monitor: 'chain-health' })
      await advanceAlerts(deps)
    }
    // It begins in the middle of the history: what was stored before stands.
    let asked = 0
    pages.disturb((each) => {
      asked += 1
      return asked > 25 ? answer(each) : undefined
    })
    const source = createPollingSource(deps.ledger)
    for (let minute = 0; minute < 10; minute += 1) {
      const error: unknown = await followOnce(deps, { source }).catch((reason: unknown) => reason)
      expect(String(error)).toMatch(told)
      expect(inspect(error, { depth: 20 })).not.toContain(API_KEY)
      await look()
      clock.advance(MINUTE_MS)
    }
    const alerts = await deps.store.listAlerts({ limit: 100 })
    expect(alerts).toMatchObject([{ rule: 'chain-unreachable', status: 'firing', severity: 'critical' }])
    const findings = await deps.store.listAlertFindings({ alertId: alerts[0]?.id ?? '' })
    expect(findings).toHaveLength(1)
    expect(findings[0]?.summary).toMatch(told)
    expect(JSON.stringify(findings)).not.toContain(API_KEY)

    const well = await readWell(all)
    await followOnce(deps, { source })
    expect(await read(deps.store)).toEqual(well)
    await look()
    expect(await deps.store.listAlerts({ limit: 100 })).toMatchObject([{ status: 'resolved' }])
  })
})

describe('pages', () => {
  test.each([
    ['lacks some of its events', (page: Page) => ({ ...page, results: page.results.toSpliced(40, 5) })],
    [
      'leads past the next one',
      (page: Page) => ({ ...page, next_cursor: page.next_cursor && move(page.next_cursor, 100) }),
    ],
    ['leads to itself', (page: Page) => ({ ...page, next_cursor: page.cursor })],
  ])('of which one %s are a gap, told once, and nothing behind it is stored', async (_, damage) => {
    const all = await setup()
    const { pages, deps, clock } = all
    const well = await readWell(all)
    const source = createPollingSource(deps.ledger)
    for (let minute = 0; minute < 10; minute += 1) {
      changeEvents(pages, (page, { number }) =>
        number === 9 || (minute > 0 && number === 3) ? damage(page) : page,
      )
      await expect(followOnce(deps, { source })).rejects.toMatchObject({
        code: 'HISTORY_GAP',
        retryable: true,
      })
      await lookOnce(deps, { monitor: 'chain-health' })
      await advanceAlerts(deps)
      clock.advance(MINUTE_MS)
    }
    const { events } = await read(deps.store)
    expect(events).toEqual(well.events.slice(0, events.length))
    expect(events.length).toBeLessThan(EVENTS)
    expect(await deps.store.listAlerts({ limit: 100 })).toMatchObject([
      { rule: 'follower-behind', status: 'firing' },
    ])
    pages.disturb(null)
    await followOnce(deps, { source })
    expect(await read(deps.store)).toEqual(well)
  })

  test('that overlap bring each event once', async () => {
    const all = await setup()
    const well = await readWell(all)
    changeEvents(all.pages, (page) => ({
      ...page,
      prev_cursor: page.prev_cursor && move(page.prev_cursor, 10),
      // The last step up is shorter already.
      next_cursor: page.next_cursor && isFar(page) ? move(page.next_cursor, -10) : page.next_cursor,
    }))
    expect(await followOnce(all.deps)).toMatchObject({ events: EVENTS })
    expect(await read(all.deps.store)).toEqual(well)
  })

  test('whose events are in disorder and come twice bring each once, in the order of the chain', async () => {
    const all = await setup()
    const { pages, deps } = all
    pages.setLength(1_034)
    const source = createPollingSource(deps.ledger)
    const disorder = () =>
      changeEvents(pages, (page) => ({
        ...page,
        results: [...page.results.filter((_, index) => index % 2 === 1), ...page.results.toReversed()],
      }))
    disorder()
    await followOnce(deps, { source })
    pages.setLength(EVENTS)
    disorder()
    await followOnce(deps, { source })
    expect(await read(deps.store)).toEqual(await readWell(all))
  })

  test('with events of another version of the contract keep them as they came, and go on', async () => {
    const all = await setup()
    const { pages, deps } = all
    const strange = [
      Cl.tuple({ event: Cl.stringAscii('prescription-issued'), 'record-id': Cl.uint(1) }),
      Cl.tuple({ event: Cl.stringAscii('record-archived'), 'record-id': Cl.uint(2), reason: Cl.none() }),
      Cl.list([Cl.uint(1)]),
    ].map((value) => cvToHex(value))
    changeEvents(pages, (page) => {
      const results = page.results.map((event) => {
        // Draws, which stand between others of the same record.
        const index = [55, 666, 1_110].indexOf(Number.parseInt(event.tx_id.slice(3), 16))
        const hex = strange[index]
        return hex === undefined
          ? event
          : { ...event, contract_log: { ...event.contract_log, value: { hex } } }
      })
      return { ...page, results }
    })
    expect(await followOnce(deps)).toMatchObject({ events: EVENTS })
    const { events, records } = await read(deps.store)
    const unknown = events.filter(({ value }) => value === null)
    expect(unknown.map(({ rawHex }) => rawHex)).toEqual(strange)
    expect(records).toEqual((await readWell(all)).records)
  })

  test('with the highest numbers of the chain are kept to the last digit, also summed up', async () => {
    const all = await setup()
    const { store, close } = await openStore({ dataDir: null, databaseUrl: null })
    onTestFinished(close)
    const { deps } = all.openClinic(store)
    const most = 2n ** 128n - 1n
    const [physician] = contract.split('.')
    const record = { 'record-id': Cl.uint(1), 'data-volume': Cl.uint(most) }
    const made = [
      Cl.tuple({
        event: Cl.stringAscii('medical-record-created'),
        physician: Cl.principal(physician ?? ''),
        'record-category': Cl.stringAscii('x'),
        'created-at': Cl.uint(most),
        ...record,
      }),
      ...[1, 2].map(() =>
        Cl.tuple({
          event: Cl.stringAscii('medical-data-accessed'),
          accessor: Cl.principal(physician ?? ''),
          'access-volume': Cl.uint(most),
          'accessed-volume': Cl.uint(most),
          'staff-usage': Cl.uint(most),
          ...record,
        }),
      ),
    ].map((value) => cvToHex(value))
    all.pages.setLength(made.length)
    changeEvents(all.pages, (page) => ({
      ...page,
      results: page.results.map((event, index) => ({
        ...event,
        contract_log: { ...event.contract_log, value: { hex: made[page.results.length - 1 - index] ?? '' } },
      })),
    }))
    await followOnce(deps)
    expect(await store.getRecord(1n)).toMatchObject({
      dataVolume: most,
      accessedVolume: most,
      createdAtHeight: most,
    })
    const { draws } = await read(store)
    expect(draws).toMatchObject([{ draws: 2, volume: 2n * most }])
  })
})

const toHeight = (cursor: string | null) => Number(cursor?.split(':')[0])
const isFar = (page: Page) => toHeight(page.next_cursor) - toHeight(page.cursor) > 50

/** A cursor so many blocks further up. */
function move(cursor: string, blocks: number): string {
  const [height, ...rest] = cursor.split(':')
  return [Number(height) + blocks, ...rest].join(':')
}
