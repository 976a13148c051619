import { setTimeout as pause } from 'node:timers/promises'
import type { Desk } from './Desk.ts'

const RECONNECT_EVERY_MS = 60_000
const COLLECT_EVERY_MS = 200
const ANSWER_WITHIN_MS = 30_000
const RETYPE_AFTER_MS = 100

/** What became of what was typed. */
export type Tally = {
  readonly platform: string
  readonly typed: number
  /** Commands that the platform could not bring while MediKey connected again, so that they were typed once more. */
  readonly retyped: number
  /** Commands that nobody acknowledged, with what was said of the first. */
  readonly refused: number
  readonly refusal: string | null
  readonly lost: number
  readonly twice: number
  readonly reconnects: number
  /** Until the answer was there, in milliseconds, as often as answers were collected. */
  readonly p50: number
  readonly p99: number
}

/** Types at a fixed pace, whatever the answers do, and counts them. */
export async function runDesk(desk: Desk, options: { minutes: number; rate: number }): Promise<Tally> {
  const { minutes, rate } = options
  const typedAt = new Map<string, number>()
  const answers = new Map<string, number>()
  const waits: number[] = []
  const refusals: string[] = []
  let retyped = 0
  let reconnects = 0

  async function type(n: number): Promise<void> {
    const startedAt = performance.now()
    for (;;) {
      try {
        typedAt.set(await desk.type(n), startedAt)
        return
      } catch (error) {
        const problem = error instanceof Error ? error.message : String(error)
        if (!problem.includes('No app is connected')) return void refusals.push(problem)
        retyped += 1
        await pause(RETYPE_AFTER_MS)
      }
    }
  }

  function collect(): void {
    for (const key of desk.takeAnswers()) {
      const count = (answers.get(key) ?? 0) + 1
      answers.set(key, count)
      const startedAt = typedAt.get(key)
      if (count === 1 && startedAt !== undefined) waits.push(performance.now() - startedAt)
    }
  }

  const collector = setInterval(collect, COLLECT_EVERY_MS)
  const reconnector = setInterval(() => {
    reconnects += 1
    desk.reconnect()
  }, RECONNECT_EVERY_MS)
  const typing: Promise<void>[] = []
  const startedAt = performance.now()
  for (let n = 0; n < minutes * 60 * rate; n += 1) {
    await pause(Math.max(0, startedAt + (n * 1000) / rate - performance.now()))
    typing.push(type(n))
  }
  clearInterval(reconnector)
  await Promise.all(typing)
  const giveUpAt = performance.now() + ANSWER_WITHIN_MS
  const isLost = (key: string) => !answers.has(key)
  while ([...typedAt.keys()].some(isLost) && performance.now() < giveUpAt) await pause(COLLECT_EVERY_MS)
  // What comes twice may come late.
  await pause(5 * COLLECT_EVERY_MS)
  clearInterval(collector)
  collect()
  const sorted = waits.toSorted((one, other) => one - other)
  const percentile = (share: number) => Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? 0)
  return {
    platform: desk.platform,
    typed: typedAt.size,
    retyped,
    refused: refusals.length,
    refusal: refusals[0] ?? null,
    lost: [...typedAt.keys()].filter(isLost).length,
    twice: [...answers.values()].filter((count) => count > 1).length,
    reconnects,
    p50: percentile(0.5),
    p99: percentile(0.99),
  }
}
