import { type FakeSlack, renderText } from '@medikey/slack/testing'
import { ask } from '../../harness/ask.ts'
import type { HttpProxy } from '../../harness/createHttpProxy.ts'
import { waitUntil } from '../../harness/waitUntil.ts'
import type { Figure } from '../Report.ts'
import { toFigure } from '../toFigure.ts'

const WARM_UP = 3
const ROUNDS = 40
const AIM_MS = 100
const SEND = { method: 'POST', path: /^\/v2\/transactions/ }

/** Whose record, and for whom: a pair has one open request at a time. */
const PAIRS = [
  { by: 'alice', record: 1, staff: 'nadia' },
  { by: 'ben', record: 3, staff: 'tom' },
  { by: 'alice', record: 2, staff: 'ines' },
  { by: 'ben', record: 4, staff: 'nadia' },
]

/**
 * Measures from the departure of the approving click to the moment at which the node has accepted the signed
 * transaction. The reference is the node's own share of it.
 *
 * @param options.door where MediKey takes Slack's requests
 */
export async function measureBroadcast(
  deps: { slack: FakeSlack; proxy: HttpProxy },
  options: { door: string },
): Promise<Figure> {
  const { slack, proxy } = deps
  slack.deliverTo(options.door)
  const samples: number[] = []
  const nodeSamples: number[] = []
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const pair = PAIRS[(round + WARM_UP) % PAIRS.length]
    if (pair === undefined) throw new Error('There are no pairs.')
    const { card } = await ask(slack, { by: pair.by, text: `grant ${pair.record} @${pair.staff} 5 rounds` })
    const sent = proxy.nextExchange(SEND)
    const clickedAt = performance.now()
    await slack.click({ user: 'U0CMO', message: card, actionId: 'medikey_approve' })
    const { status, arrivedAt, answeredAt } = await sent
    if (status !== 200) throw new Error(`The node answered with ${status}.`)
    if (round >= 0) {
      samples.push(answeredAt - clickedAt)
      nodeSamples.push(answeredAt - arrivedAt)
    }
    await waitUntil({
      what: 'the grant on chain',
      withinMs: 20_000,
      look: () => (renderText(card).includes('Access granted') ? true : null),
    })
  }
  return toFigure({
    name: 'approval click to broadcast, median',
    unit: 'ms',
    samples,
    reference: 'the node’s own time to take the transaction',
    referenceSamples: nodeSamples,
    aim: `below ${AIM_MS} ms`,
    isMet: (value) => value < AIM_MS,
  })
}
