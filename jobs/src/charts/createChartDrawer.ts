import { extname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Chart, DrawCharts } from '@medikey/core'
import type { Logger } from '@medikey/runtime'

/** Longer than a slow machine needs. */
const TIMEOUT_MS = 30_000
/** From source and from what is built of it. */
const SCRIPT = join(import.meta.dirname, `drawWorker${extname(import.meta.filename)}`)

/**
 * Makes the drawer of charts. Each drawing has a thread of its own, which loads the library and ends with it: nothing
 * else waits meanwhile, and no memory stays taken. What cannot be drawn is logged and gives null.
 *
 * @example
 * const drawCharts = createChartDrawer({ logger })
 * const pictures = await drawCharts(charts)
 */
export function createChartDrawer(options: { logger: Logger }): DrawCharts {
  const { logger } = options
  /** Platforms that show the same at once share a drawing. */
  const underWay = new Map<string, Promise<readonly Uint8Array[] | null>>()

  async function draw(charts: readonly Chart[]): Promise<readonly Uint8Array[] | null> {
    try {
      return await runWorker(charts)
    } catch (error) {
      logger.error({ err: error }, 'Charts could not be drawn')
      return null
    }
  }

  return (charts) => {
    const key = JSON.stringify(charts, (_, value) => (typeof value === 'bigint' ? `${value}` : value))
    const shared = underWay.get(key)
    if (shared !== undefined) return shared
    const drawing = draw(charts).finally(() => underWay.delete(key))
    underWay.set(key, drawing)
    return drawing
  }
}

function runWorker(charts: readonly Chart[]): Promise<readonly Uint8Array[]> {
  const { promise, resolve, reject } = Promise.withResolvers<readonly Uint8Array[]>()
  const worker = new Worker(SCRIPT, { workerData: charts })
  const timer = setTimeout(() => {
    reject(new Error(`drawing took longer than ${TIMEOUT_MS} ms`))
    void worker.terminate()
  }, TIMEOUT_MS)
  worker.once('message', resolve)
  worker.once('error', reject)
  worker.once('exit', () => {
    clearTimeout(timer)
    reject(new Error('the drawing thread ended without a picture'))
  })
  return promise
}
