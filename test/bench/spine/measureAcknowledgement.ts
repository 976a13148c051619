import type { FakeSlack } from '@medikey/slack/testing'
import { waitUntil } from '../../harness/waitUntil.ts'
import type { Figure } from '../Report.ts'
import { toFigure } from '../toFigure.ts'

const WARM_UP = 30
const ROUNDS = 200
/** The most that MediKey may add to what Bolt itself takes. */
const AIM_MS = 2

/**
 * Measures from a signed command's departure to its acknowledgement, in turns at MediKey and at an empty handler. Each
 * command's answer is waited for, so that none is measured while another is carried out.
 *
 * @param options.doors where MediKey and the empty handler take Slack's requests
 */
export async function measureAcknowledgement(
  slack: FakeSlack,
  options: { doors: { medikey: string; empty: string } },
): Promise<Figure> {
  const { doors } = options
  const samples = { medikey: [] as number[], empty: [] as number[] }

  async function command(door: 'medikey' | 'empty'): Promise<number> {
    const answers = slack.ephemerals('U0ALICE').length
    slack.deliverTo(doors[door])
    const { status, acknowledgedAfterMs } = await slack.command({ user: 'U0ALICE', text: 'record 1' })
    if (status !== 200) throw new Error(`The command was answered with ${status}.`)
    if (door === 'medikey') {
      await waitUntil({
        what: 'the record',
        withinMs: 10_000,
        look: () => slack.ephemerals('U0ALICE')[answers],
      })
    }
    return acknowledgedAfterMs
  }

  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const order = round % 2 === 0 ? (['medikey', 'empty'] as const) : (['empty', 'medikey'] as const)
    for (const door of order) {
      const sample = await command(door)
      if (round >= 0) samples[door].push(sample)
    }
  }
  return toFigure({
    name: 'command to acknowledgement, median',
    unit: 'ms',
    samples: samples.medikey,
    reference: 'an empty Bolt handler, in turns',
    referenceSamples: samples.empty,
    aim: `at most ${AIM_MS} ms above the empty handler`,
    isMet: (value, referenceValue) => value - referenceValue <= AIM_MS,
  })
}
