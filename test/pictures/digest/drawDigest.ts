import { composeDigest, createDirectory, type DigestPeriod, readDigest } from '@medikey/core'
import { createClinic, type Handle, people } from '@medikey/core/testing'
import { createChartDrawer } from '@medikey/jobs'
import { createLogger } from '@medikey/runtime'
import { toDisplayName } from '../names.ts'
import { liveTwoWeeks } from './liveTwoWeeks.ts'

const HOUR_MS = 3_600_000

/**
 * Draws a digest of a clinic as MediKey draws it.
 *
 * @param options.until the midnight at which its day or week ends
 * @returns each picture as PNG, and what it says to whoever does not see it
 */
export async function drawDigest(options: {
  period: DigestPeriod
  until: Date
}): Promise<{ png: Uint8Array; alt: string }[]> {
  const { period, until } = options
  const { deps } = createClinic()
  await liveTwoWeeks(deps, { until })
  const handles = Object.keys(people) as Handle[]
  const identities = handles.map((handle) => {
    return {
      name: toDisplayName(handle),
      principal: people[handle],
      accounts: [],
      source: 'declared',
    } as const
  })
  const directory = createDirectory({ identities, workspaces: {} })
  const digest = await readDigest(deps, { period, at: new Date(until.getTime() + 7 * HOUR_MS) })
  const { charts } = composeDigest({ ...deps, directory }, digest)
  const drawCharts = createChartDrawer({ logger: createLogger({ level: 'warn', name: 'pictures' }) })
  const pngs = await drawCharts(charts)
  if (pngs === null) throw new Error('The charts could not be drawn: the log above says why.')
  return charts.flatMap(({ alt }, index) => {
    const png = pngs[index]
    return png === undefined ? [] : [{ png, alt }]
  })
}
