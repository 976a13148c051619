import type { Chart } from '../model/Chart.ts'

/** Draws charts as PNG, one for each; null where they cannot be drawn: words go without pictures then. */
export type DrawCharts = (charts: readonly Chart[]) => Promise<readonly Uint8Array[] | null>
