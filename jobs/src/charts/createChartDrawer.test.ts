import type { Chart } from '@medikey/core'
import { expect, test } from 'vitest'
import { createRecordedLogger } from '../../testing/createRecordedLogger.ts'
import { createChartDrawer } from './createChartDrawer.ts'

const LARGEST = 2n ** 128n - 1n
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** Discord takes ten megabytes in all, and people wait for them. */
const LARGEST_PNG = 200_000

const labels = Array.from({ length: 25 }, (_, hour) => `${hour}`)
const columns: Chart = {
  name: 'draws',
  kind: 'columns',
  title: 'Draws by hour and person',
  subtitle: 'Thursday 1 January 2026',
  labels,
  series: [
    { name: '<b>&"Zoë" Łukaszewicz', values: labels.map(() => LARGEST), kind: 'own' },
    { name: '195 others', values: labels.map(() => 1n), kind: 'rest' },
    { name: 'the day before', values: labels.map(() => 0n), kind: 'before' },
  ],
  texts: [],
  most: null,
  alt: '',
}
const bars: Chart = {
  name: 'records',
  kind: 'bars',
  title: 'Fullest records',
  subtitle: '',
  labels: ['Record 7', `Record ${LARGEST}`],
  series: [{ name: 'Fullest records', values: [1000n, 0n], kind: 'own' }],
  texts: ['100 %', '0 %'],
  most: 1000n,
  alt: '',
}

const readSize = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset)
  return [view.getUint32(16), view.getUint32(20)]
}

test('draws each chart as a PNG of its size, whatever its figures and names', async () => {
  const { logger, lines } = createRecordedLogger()
  const pictures = (await createChartDrawer({ logger })([columns, bars])) ?? []
  expect(pictures.map((png) => [...png.slice(0, 8)])).toEqual([SIGNATURE, SIGNATURE])
  expect(pictures.map(readSize)).toEqual([
    [1280, 702],
    [1280, 352],
  ])
  for (const png of pictures) expect(png.length).toBeLessThan(LARGEST_PNG)
  expect(lines).toEqual([])
})

test('makes room for long names', async () => {
  const drawCharts = createChartDrawer({ logger: createRecordedLogger().logger })
  const rows = Array.from({ length: 6 }, () => ({
    name: 'W'.repeat(28),
    values: labels.map(() => 1n),
    kind: 'own' as const,
  }))
  const [png] = (await drawCharts([{ ...columns, series: rows }])) ?? []
  expect(png && readSize(png)).toEqual([1280, 818])
})

test('draws the same picture of the same figures, once for all who ask at once', async () => {
  const drawCharts = createChartDrawer({ logger: createRecordedLogger().logger })
  const [first, second] = await Promise.all([drawCharts([bars]), drawCharts([bars])])
  expect(second).toBe(first)
  expect(await drawCharts([bars])).toEqual(first)
})

test('gives up what cannot be drawn, and says so in the log', async () => {
  const { logger, lines } = createRecordedLogger()
  const broken = { ...bars, series: null } as unknown as Chart
  expect(await createChartDrawer({ logger })([broken])).toBeNull()
  expect(lines).toMatchObject([{ level: 'error', msg: 'Charts could not be drawn' }])
})
