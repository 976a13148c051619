import { Cl } from '@stacks/transactions'
import { controlChain } from './controlChain.ts'
import type { SpawnedChain } from './spawnChain.ts'
import type { TestChain } from './startTestChain.ts'

/** What the chain told before it was killed, and so has to know when it is back. */
export type Told = {
  /** Transaction ids of what it accepted. */
  readonly accepted: string[]
  /** Blocks that no reorg was asked for since, oldest first. */
  blocks: { readonly height: number; readonly hash: string }[]
}

/**
 * Loads a chain from several senders at once, each as fast as it is answered, and kills it in the middle.
 *
 * @param signer Signs; another chain with the same accounts.
 * @param nonces Each sender's next nonce.
 * @param answers After how many accepted transactions the chain is killed.
 * @param reorgEvery After how many tips that it was asked for it has to orphan some blocks; null for never.
 */
export async function loadUntilKilled(
  chain: SpawnedChain,
  {
    signer,
    nonces,
    answers,
    reorgEvery,
  }: {
    signer: Pick<TestChain, 'signCall'>
    nonces: ReadonlyMap<string, number>
    answers: number
    reorgEvery: number | null
  },
): Promise<Told> {
  const told: Told = { accepted: [], blocks: [] }
  let killing: Promise<void> | undefined

  async function send(from: string, first: number): Promise<void> {
    for (let nonce = first; ; ) {
      const tx = await signer.signCall({ functionName: 'add', args: [Cl.uint(1)], from, nonce })
      const response = await fetch(`${chain.url}/v2/transactions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ tx }),
      })
      const body: unknown = await response.json()
      // Too many wait already: the chain mines all the time.
      if (response.status !== 200) continue
      told.accepted.push(`0x${body}`)
      nonce += 1
      if (told.accepted.length >= answers) killing ??= chain.kill()
    }
  }
  async function watch(): Promise<void> {
    for (let asked = 1; ; asked += 1) {
      if (reorgEvery !== null && asked % reorgEvery === 0) {
        told.blocks = []
        await controlChain(chain, 'POST', '/local/reorg', { blocks: 1 + (asked % 3) })
        await controlChain(chain, 'POST', '/local/tenures')
      }
      const response = await fetch(`${chain.url}/extended/v2/blocks/latest`)
      const { height, hash } = (await response.json()) as Told['blocks'][number]
      told.blocks.push({ height, hash })
    }
  }

  const work = [watch(), ...[...nonces].map(([from, nonce]) => send(from, nonce))]
  // Each goes on until its connection is cut.
  await Promise.allSettled(work)
  if (killing === undefined) throw new Error('The chain ended before it was killed.')
  await killing
  return told
}
