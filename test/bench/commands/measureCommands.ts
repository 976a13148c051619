import { people } from '@medikey/core/testing'
import { createCleanup } from '../../harness/createCleanup.ts'
import { describeMachine } from '../describeMachine.ts'
import type { Figure, Report } from '../Report.ts'
import { readVersions } from '../readVersions.ts'
import { toFigure } from '../toFigure.ts'
import type { Contender, Match } from './Contender.ts'
import { openDiscordMatch } from './openDiscordMatch.ts'
import { openSlackMatch } from './openSlackMatch.ts'

const AIM_RATIO = 0.7
const AIM_P99_MS = 10
const MEMBERS = Object.keys(people) as (keyof typeof people)[]

/** What one turn of one contender took. */
type Turn = { readonly perSecond: number; readonly p50: number; readonly p99: number }

/**
 * Measures commands from their departure until the answer is there, at MediKey and at the least that an app with the same
 * library can be, in turns. MediKey shows a record: it finds out who asks, reads chain and store, both in memory, and
 * lays the card out.
 *
 * @param options.quick much less of everything: says whether it works, not how fast it is
 */
export async function measureCommands(options: { quick: boolean }): Promise<Report> {
  const machine = describeMachine()
  const sizes = options.quick ? { rounds: 2, commands: 60 } : { rounds: 15, commands: 300 }
  const figures: Figure[] = []
  for (const open of [openSlackMatch, openDiscordMatch]) {
    const cleanup = createCleanup()
    try {
      figures.push(...(await measureMatch(await open({ cleanup }), sizes)))
    } finally {
      await cleanup.run()
    }
  }
  return {
    name: 'commands',
    machine,
    versions: readVersions(['medikey', '@slack/bolt', 'discord.js']),
    figures,
  }
}

async function measureMatch(
  match: Match,
  sizes: { rounds: number; commands: number },
): Promise<readonly Figure[]> {
  const { platform } = match
  const turns = { medikey: [] as Turn[], bare: [] as Turn[] }
  // The first two rounds warm everybody up.
  for (let round = -2; round < sizes.rounds; round += 1) {
    const order = round % 2 === 0 ? (['medikey', 'bare'] as const) : (['bare', 'medikey'] as const)
    for (const side of order) {
      const turn = await takeTurn(match[side], { commands: sizes.commands })
      if (round >= 0) turns[side].push(turn)
    }
  }
  const compare = (options: {
    what: string
    unit: string
    of: keyof Turn
    aim: string
    isMet: (value: number, referenceValue: number) => boolean
  }): Figure =>
    toFigure({
      name: `${platform}: ${options.what}, median of ${sizes.rounds} turns`,
      unit: options.unit,
      reference: 'an app that acknowledges and posts the same answer each time, in turns',
      samples: turns.medikey.map((turn) => turn[options.of]),
      referenceSamples: turns.bare.map((turn) => turn[options.of]),
      aim: options.aim,
      isMet: options.isMet,
    })
  return [
    compare({
      what: `commands answered with ${MEMBERS.length} people at once`,
      unit: '1/s',
      of: 'perSecond',
      aim: `at least ${AIM_RATIO} of the bare app`,
      isMet: (value, referenceValue) => value >= AIM_RATIO * referenceValue,
    }),
    compare({
      what: 'half of the answers within',
      unit: 'ms',
      of: 'p50',
      aim: `within ${AIM_P99_MS} ms of the bare app`,
      isMet: (value, referenceValue) => value - referenceValue <= AIM_P99_MS,
    }),
    compare({
      what: '99 of 100 answers within',
      unit: 'ms',
      of: 'p99',
      aim: `within ${AIM_P99_MS} ms of the bare app`,
      isMet: (value, referenceValue) => value - referenceValue <= AIM_P99_MS,
    }),
  ]
}

async function takeTurn(contender: Contender, options: { commands: number }): Promise<Turn> {
  const samples: number[] = []
  let left = options.commands
  const startedAt = performance.now()
  await Promise.all(
    MEMBERS.map(async (by) => {
      while (left > 0) {
        left -= 1
        samples.push(await contender.ask(by))
      }
    }),
  )
  const ms = performance.now() - startedAt
  const sorted = samples.toSorted((one, other) => one - other)
  const percentile = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0
  return { perSecond: (samples.length / ms) * 1000, p50: percentile(0.5), p99: percentile(0.99) }
}
