import { beforeEach, describe, expect, test } from 'vitest'
import {
  type Clinic,
  createClinic,
  people,
  sampleChanges,
  sampleEvent,
  sampleRequest,
} from '../../testing/index.ts'
import { deliverLane } from '../delivery/deliverLane.ts'
import { MessengerError } from '../errors/MessengerError.ts'
import type { Message } from '../messages/Message.ts'
import { toPlainText } from '../messages/toPlainText.ts'
import type { Chart } from '../model/Chart.ts'
import { monitorsSchema } from '../monitors/monitorsSchema.ts'
import type { Messenger } from '../ports/Messenger.ts'
import { composeDigest } from './composeDigest.ts'
import { readDigest } from './readDigest.ts'
import { sendDigest } from './sendDigest.ts'

const HOUR_MS = 3_600_000
const LARGEST = 2n ** 128n - 1n
const MORNING = new Date('2026-01-02T07:00:00.000Z')
const daily = { period: 'daily', at: MORNING } as const

let clinic: Clinic
let drawn: number
beforeEach(async () => {
  clinic = createClinic({ settings: { platforms: ['slack', 'discord'] } })
  drawn = 0
  await follow('2026-12-31T00:00:00Z')
})

/** The follower had read all that there was. */
const follow = (at: string | null) =>
  clinic.deps.store.transaction((unit) =>
    unit.noteRun({ monitor: 'follower', completedAt: at === null ? null : new Date(at) }),
  )

/** What the chain tells of a draw. */
async function draw(options: { at: string; by?: string; recordId?: bigint; volume: bigint }): Promise<void> {
  const { at, by = people.nadia, recordId = 1n, volume } = options
  drawn += 1
  const hour = new Date(Math.floor(new Date(at).getTime() / HOUR_MS) * HOUR_MS)
  await clinic.deps.store.transaction(async (unit) => {
    await unit.addDraws([{ principal: by, hour, asPhysician: false, draws: 1, volume }])
    await unit.insertEvents([
      sampleEvent({
        eventIndex: drawn,
        blockTime: new Date(at),
        value: {
          event: 'medical-data-accessed',
          recordId,
          accessor: by,
          accessVolume: volume,
          accessedVolume: volume,
          dataVolume: LARGEST,
          staffUsage: volume,
        },
      }),
    ])
  })
}

async function addRecord(recordId: bigint, accessedVolume: bigint, dataVolume: bigint): Promise<void> {
  await clinic.deps.store.transaction((unit) =>
    unit.applyChanges(
      sampleChanges({
        created: [
          {
            recordId,
            physician: people.alice,
            recordCategory: 'oncology-secret',
            dataVolume,
            accessedVolume,
            createdAtHeight: 1n,
            activeRecord: true,
          },
        ],
      }),
    ),
  )
}

async function compose(options: { at?: Date; period?: 'daily' | 'weekly'; timeZone?: string } = {}) {
  const { timeZone = 'UTC', ...which } = options
  const settings = { ...clinic.deps.settings, monitors: monitorsSchema.parse({ timeZone }) }
  const digest = await readDigest({ ...clinic.deps, settings }, { ...daily, ...which })
  const { message, charts } = composeDigest(clinic.deps, digest)
  return { digest, message, charts, text: toText(message), chart: (name: string) => find(charts, name) }
}

const find = (charts: readonly Chart[], name: string) => charts.find((chart) => chart.name === name)
const toText = ({ title, paragraphs, fields, footer }: Message) =>
  [
    title ?? '',
    ...paragraphs.map(toPlainText),
    ...fields.map(({ label, value }) => `${label}: ${toPlainText(value)}`),
    ...footer.map(toPlainText),
  ].join('\n')

describe('a digest', () => {
  test('tells what was drawn by hour and person, beside the day before', async () => {
    await draw({ at: '2025-12-31T23:59:00Z', volume: 100n })
    await draw({ at: '2026-01-01T00:00:00Z', volume: 30n })
    await draw({ at: '2026-01-01T08:10:00Z', volume: 60n })
    await draw({ at: '2026-01-01T08:50:00Z', by: people.tom, volume: 30n })
    await draw({ at: '2026-01-02T00:00:00Z', volume: 999n })
    const { text, chart } = await compose()
    expect(text).toContain('Daily digest: Thursday 1 January 2026')
    expect(text).toContain('Draws: 120 in 3 draws by 2 people (100 the day before: 20 % more)')
    expect(text).toContain('Who drew most: nadia 90 (−10), tom 30 (+30)')
    const draws = chart('draws')
    expect(draws?.labels).toHaveLength(24)
    expect(draws?.series.map(({ name, kind }) => [name, kind])).toEqual([
      ['nadia', 'own'],
      ['tom', 'own'],
      ['the day before', 'before'],
    ])
    expect(draws?.series.map(({ values }) => [values[0], values[8], values[23]])).toEqual([
      [30n, 60n, 0n],
      [0n, 30n, 0n],
      [0n, 0n, 100n],
    ])
    expect(draws?.alt).toContain('In all 120; the day before 100. nadia 90, tom 30. By hour: 00: 30, 08: 90.')
  })

  test('counts a day of 25 hours whole, the hour that comes twice in both places', async () => {
    for (const at of [
      '2026-10-24T22:30:00Z',
      '2026-10-25T00:30:00Z',
      '2026-10-25T01:30:00Z',
      '2026-10-25T22:59:00Z',
    ])
      await draw({ at, volume: 1n })
    await draw({ at: '2026-10-25T23:00:00Z', volume: 500n })
    const at = new Date('2026-10-26T06:00:00Z')
    const { text, chart } = await compose({ at, timeZone: 'Europe/Berlin' })
    expect(text).toContain('Draws: 4 in 4 draws by one person (none the day before)')
    expect(text).toContain('Days begin at midnight in Europe/Berlin.')
    expect(chart('draws')?.labels).toHaveLength(25)
    expect(chart('draws')?.series[0]?.values.slice(0, 5)).toEqual([1n, 0n, 1n, 1n, 0n])
  })

  test('counts a day of 23 hours whole', async () => {
    for (const at of ['2026-03-28T23:00:00Z', '2026-03-29T01:00:00Z', '2026-03-29T21:59:00Z'])
      await draw({ at, volume: 1n })
    await draw({ at: '2026-03-29T22:00:00Z', volume: 500n })
    const at = new Date('2026-03-30T05:00:00Z')
    const { chart } = await compose({ at, timeZone: 'Europe/Berlin' })
    expect(chart('draws')?.labels).toHaveLength(23)
    expect(chart('draws')?.series[0]?.values.slice(0, 4)).toEqual([1n, 0n, 1n, 0n])
  })

  test('says up to when the chain was read where that is not all of the day', async () => {
    const gap = 'The chain'
    await follow('2026-01-02T00:00:00Z')
    expect((await compose()).text).not.toContain(gap)
    await follow('2026-01-01T23:50:00Z')
    expect((await compose()).text).toContain(
      'The chain was read only up to 2026-01-01 23:50 UTC when this was made: later draws and refused calls may be missing.',
    )
    await draw({ at: '2026-01-01T08:00:00Z', volume: 30n })
    expect((await compose()).text).toContain('only up to 2026-01-01 23:50 UTC')
    await follow(null)
    expect((await compose()).text).toContain('The chain’s history was still being read when this was made')
  })

  test('says so also while the projection is being built again', async () => {
    const cursor = { blockHeight: 9, txid: '0x9', eventIndex: 0 }
    const looked = { lookedAt: MORNING, settings: '', looks: 1 }
    await clinic.deps.store.transaction((unit) =>
      unit.putMonitorState({ monitor: 'access-volume', cursor, failedCallCursor: null, ...looked }),
    )
    expect((await compose()).text).toContain('The chain’s history was still being read when this was made')
  })

  test('tells a week by its days', async () => {
    await draw({ at: '2026-01-05T08:00:00Z', volume: 7n })
    await draw({ at: '2026-01-11T23:59:00Z', volume: 9n })
    const { text, chart } = await compose({ period: 'weekly', at: new Date('2026-01-12T07:00:00Z') })
    expect(text).toContain('Weekly digest: 5 to 11 January 2026, week 2')
    expect(chart('draws')?.series[0]?.values).toEqual([7n, 0n, 0n, 0n, 0n, 0n, 9n])
  })

  test('tells the fullest of the records that were drawn from, and no category', async () => {
    await addRecord(1n, 500n, 1000n)
    await addRecord(2n, 999n, 1000n)
    await addRecord(3n, 1000n, 1000n)
    await draw({ at: '2026-01-01T08:00:00Z', recordId: 1n, volume: 5n })
    await draw({ at: '2026-01-01T08:00:00Z', recordId: 2n, volume: 5n })
    const { text, chart, message, charts } = await compose()
    expect(text).toContain('Fullest records: 2: 99 %, 1: 50 %')
    expect(chart('records')?.labels).toEqual(['Record 2', 'Record 1'])
    expect(chart('records')?.texts).toEqual(['99 % · 999 of 1,000', '50 % · 500 of 1,000'])
    const everything = JSON.stringify({ message, charts }, (_, value) =>
      typeof value === 'bigint' ? `${value}` : value,
    )
    expect(everything).not.toContain('oncology')
  })

  test('tells what was asked and decided, and what waits', async () => {
    const decidedAt = new Date('2026-01-01T10:00:00Z')
    await clinic.deps.store.transaction(async (unit) => {
      await unit.insertRequest(sampleRequest({ recordId: 1n, status: 'approved', decidedAt }))
      await unit.insertRequest(sampleRequest({ recordId: 2n, status: 'denied', decidedAt }))
      await unit.insertRequest(sampleRequest({ recordId: 3n }))
    })
    const { text, chart } = await compose()
    expect(text).toContain('Requests: asked 3 (+3), approved 1 (+1), denied 1 (+1)')
    expect(text).toContain('Waiting: 1 request, the oldest since 2026-01-01 09:00 UTC')
    expect(chart('requests')?.texts).toEqual(['3 (+3)', '1 (+1)', '1 (+1)', '0 (±0)', '0 (±0)', '1'])
  })

  test('of an empty day is a sentence and no picture', async () => {
    const { text, charts, message } = await compose()
    expect(text).toContain(
      'Nothing happened on Thursday 1 January 2026: no draws, no requests, no alerts and no refused calls.',
    )
    expect(message.fields).toEqual([])
    expect(charts).toEqual([])
  })

  test('of an empty day tells what waits nevertheless', async () => {
    const createdAt = new Date('2025-12-24T09:00:00Z')
    await clinic.deps.store.transaction((unit) => unit.insertRequest(sampleRequest({ createdAt })))
    const { text, charts } = await compose()
    expect(text).toContain('Waiting: 1 request, the oldest since 2025-12-24 09:00 UTC.')
    expect(charts).toEqual([])
  })

  test('shows volumes near 2^128 and sums beyond it shortly', async () => {
    await addRecord(1n, LARGEST, LARGEST)
    await draw({ at: '2025-12-31T08:00:00Z', volume: 1n })
    await draw({ at: '2026-01-01T08:00:00Z', volume: LARGEST })
    await draw({ at: '2026-01-01T09:00:00Z', volume: LARGEST })
    const { text, chart } = await compose()
    expect(text).toContain(
      'Draws: 6.8 × 10³⁸ in 2 draws by one person (1 the day before: 6.8 × 10³⁸ times as much)',
    )
    expect(chart('records')?.texts).toEqual(['100 % · 3.4 × 10³⁸ of 3.4 × 10³⁸'])
    expect(chart('draws')?.series[0]?.values[8]).toBe(LARGEST)
  })

  test('of 200 people names the five who drew most, and counts the others together', async () => {
    for (let index = 1; index <= 200; index += 1)
      await draw({ at: '2026-01-01T08:00:00Z', by: `ST${index}`, volume: BigInt(index) })
    const { text, chart } = await compose()
    expect(text).toContain('Draws: 20,100 in 200 draws by 200 people')
    expect(text).toContain('195 others 19,110')
    expect(chart('draws')?.series.map(({ kind }) => kind)).toEqual([
      'own',
      'own',
      'own',
      'own',
      'own',
      'rest',
      'before',
    ])
    expect(chart('draws')?.alt.length).toBeLessThanOrEqual(1000)
  })

  test('shortens long names and mentions nobody', async () => {
    await draw({ at: '2026-01-01T08:00:00Z', volume: 5n })
    const name = `Dr. ${'Maximiliane-'.repeat(9)}\nHohenstein 👩🏽‍⚕️`
    const { directory } = clinic.deps
    const deps = {
      ...clinic.deps,
      directory: {
        ...directory,
        describe: (principal: string) => ({ ...directory.describe(principal), name }),
      },
    }
    const { message, charts } = composeDigest(deps, await readDigest(clinic.deps, daily))
    expect(find(charts, 'draws')?.series[0]?.name).toBe('Dr. Maximiliane-Maximiliane…')
    expect(JSON.stringify(message)).not.toContain('"person"')
  })
})

type Digesting = Parameters<Messenger['postDigest']>[0]

/** Notes what is posted; `failures` make the next posts fail. */
function createNotingMessenger(platform: 'slack' | 'discord') {
  const postings: Digesting[] = []
  const failures: Error[] = []
  const messenger = {
    platform,
    async postDigest(posting: Digesting) {
      postings.push(posting)
      const failure = failures.shift()
      if (failure !== undefined) throw failure
      return { platform, workspace: 'T0CLINIC', channel: 'C0ALERTS', messageId: posting.key }
    },
  } as Messenger
  return { messenger, postings, failures }
}

describe('sending', () => {
  const drawCharts = async (charts: readonly Chart[]) => charts.map(() => new Uint8Array([1]))
  const lane = { subject: { digestId: 'daily-2026-01-01' }, platform: 'slack' } as const

  test('goes once to every platform, however often and by however many', async () => {
    const sent = await Promise.all(Array.from({ length: 5 }, () => sendDigest(clinic.deps, daily)))
    expect(sent.filter((digest) => digest !== null)).toMatchObject([{ id: 'daily-2026-01-01' }])
    expect(await sendDigest(clinic.deps, { ...daily, at: new Date('2026-01-02T21:00:00Z') })).toBeNull()
    const now = new Date('2026-01-03T00:00:00Z')
    expect(await clinic.deps.store.listDueLanes({ now, staleBefore: now, limit: 10 })).toEqual([
      lane,
      { ...lane, platform: 'discord' },
    ])
  })

  test('posts words and pictures, and at the next period again', async () => {
    clinic.clock.set(MORNING)
    await draw({ at: '2026-01-01T08:00:00Z', volume: 5n })
    await sendDigest(clinic.deps, daily)
    const { messenger, postings } = createNotingMessenger('slack')
    await deliverLane(clinic.deps, { lane, messenger, drawCharts })
    await deliverLane(clinic.deps, { lane, messenger, drawCharts })
    expect(postings).toMatchObject([
      { key: 'digest-daily-2026-01-01-slack', maybePosted: false, images: [{ name: 'draws.png' }] },
    ])
    expect(postings[0]?.images[0]?.alt).toContain('nadia 5')
    expect(await sendDigest(clinic.deps, { ...daily, at: new Date('2026-01-03T07:00:00Z') })).not.toBeNull()
  })

  test('says the same at a second try, whatever happened meanwhile', async () => {
    clinic.clock.set(MORNING)
    await draw({ at: '2026-01-01T08:00:00Z', volume: 5n })
    await sendDigest(clinic.deps, daily)
    const { messenger, postings, failures } = createNotingMessenger('slack')
    failures.push(
      new MessengerError({ platform: 'slack', shortMessage: 'Slow down.', retryAfterMs: 0, ambiguous: true }),
    )
    await deliverLane(clinic.deps, { lane, messenger, drawCharts })
    await draw({ at: '2026-01-01T08:00:00Z', volume: 7n })
    clinic.clock.advance(60_000)
    await deliverLane(clinic.deps, { lane, messenger, drawCharts })
    expect(postings.map(({ maybePosted }) => maybePosted)).toEqual([false, true])
    expect(postings[1]?.message).toEqual(postings[0]?.message)
  })

  test('posts the words alone where nothing can be drawn', async () => {
    clinic.clock.set(MORNING)
    await draw({ at: '2026-01-01T08:00:00Z', volume: 5n })
    await sendDigest(clinic.deps, daily)
    const { messenger, postings } = createNotingMessenger('slack')
    await deliverLane(clinic.deps, { lane, messenger, drawCharts: async () => null })
    expect(postings).toMatchObject([{ images: [] }])
  })
})
