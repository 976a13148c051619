import { parentPort, workerData } from 'node:worker_threads'
import type { Chart } from '@medikey/core'
import { drawChart } from './drawChart.ts'

const charts: readonly Chart[] = workerData
parentPort?.postMessage(charts.map((chart) => new Uint8Array(drawChart(chart))))
