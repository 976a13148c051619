import type { Writable } from 'node:stream'
import type { ContractClient } from '@medikey/contract-client'
import type { Deps, Request } from '@medikey/core'
import { createTerminal } from '../terminal/createTerminal.ts'
import { approveAsCmo } from './story/approveAsCmo.ts'
import { askForAccess } from './story/askForAccess.ts'
import { drawAsNurse } from './story/drawAsNurse.ts'
import type { Stage } from './story/Stage.ts'
import { script } from './story/script.ts'
import { tellState } from './story/tellState.ts'
import { waitForGrant } from './story/waitForGrant.ts'

const TIMEOUT_MS = 60_000

/**
 * Plays the demo's story on a terminal, once in a store's life: a physician asks, the Chief Medical Officer approves, the
 * grant goes on chain, a nurse draws within it, and the contract refuses what goes beyond it. Everything takes its real
 * way through core, the store, the jobs and the chain; the jobs must be running and must serve the platform `terminal`.
 *
 * After a crash the story goes on where it stopped, without doing anything twice.
 *
 * @param options.out where it is drawn: the stream that the terminal messenger draws on
 * @param options.signal ends the story early
 * @param options.timeoutMs how long each thing may take that it waits for; 60,000 ms unless told
 * @returns `told` when the story was told before and only the present state was shown
 * @throws BaseError when it cannot go on; starting again continues it
 * @example
 * await playStory({ deps, client, out: process.stdout, signal: shutdown.signal })
 */
export async function playStory(options: {
  deps: Deps
  client: ContractClient
  out: Writable
  signal: AbortSignal
  timeoutMs?: number
}): Promise<'played' | 'told' | 'stopped'> {
  const { deps, client, out, signal, timeoutMs = TIMEOUT_MS } = options
  const stage: Stage = { deps, client, terminal: createTerminal({ out }), signal, timeoutMs }
  try {
    return await play(stage)
  } catch (error) {
    if (signal.aborted) return 'stopped'
    throw error
  }
}

async function play(stage: Stage): Promise<'played' | 'told'> {
  const { deps, terminal } = stage
  if ((await find(stage, script.deliveries.told)) !== null) {
    terminal.say('The story of this clinic was told before. This is how its record stands now:')
    await tellState(stage)
    return 'told'
  }

  const begun = await find(stage, script.deliveries.submit)
  terminal.say(
    begun === null
      ? 'This is a clinic on a local chain. Its people and their keys are public, nothing here is real. Dr. Alice Meyer wants a nurse to see a part of record 1:'
      : 'The story goes on where it stopped.',
  )
  const request = begun ?? (await askForAccess(stage))
  if (request.status === 'pending') await approveAsCmo(stage, { request })

  const decided = await deps.store.getRequest(request.id)
  const granted = decided?.status === 'approved' && (await waitForGrant(stage, { request }))
  if (granted) {
    terminal.say('The grant stands on chain, and the contract now counts what Nadia Rahman draws:')
    await drawAsNurse(stage)
  } else {
    terminal.say('The request came to another end this time: no access was granted.')
  }
  await deps.store.transaction((unit) =>
    unit.claimDelivery({ key: script.deliveries.told, requestId: request.id, at: deps.clock.now() }),
  )
  terminal.say(
    'That is all of it: every step is in the store with who, when and why, and on chain with its txid. Now say something yourself, from another terminal: npm run -s medikey -- say nadia help. Next, let your own people do this in Slack or Discord: see "Connecting Slack" and "Connecting Discord" in README.md.',
  )
  return 'played'
}

async function find(stage: Stage, key: string): Promise<Request | null> {
  const { store } = stage.deps
  const delivery = await store.findDelivery(key)
  return delivery === null ? null : store.getRequest(delivery.requestId)
}
