import type { Chart } from '@medikey/core'
import { z } from 'zod'

/** A number of any size, as JSON carries it. */
const volume = z.codec(z.string().regex(/^\d+$/), z.bigint(), {
  decode: (text) => BigInt(text),
  encode: (value) => `${value}`,
})

/** A chart on its way from one process to another. */
export const chartSchema = z.object({
  name: z.string().regex(/^[a-z-]+$/),
  kind: z.enum(['columns', 'bars']),
  title: z.string(),
  subtitle: z.string(),
  labels: z.array(z.string()),
  series: z.array(
    z.object({ name: z.string(), values: z.array(volume), kind: z.enum(['own', 'rest', 'before']) }),
  ),
  texts: z.array(z.string()),
  most: volume.nullable(),
  alt: z.string(),
})

/** Writes a chart as JSON that `chartSchema` reads. */
export function encodeChart(chart: Chart): z.input<typeof chartSchema> {
  return {
    ...chart,
    labels: [...chart.labels],
    texts: [...chart.texts],
    series: chart.series.map((row) => ({ ...row, values: row.values.map(String) })),
    most: chart.most === null ? null : `${chart.most}`,
  }
}
