import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { dropProjection, followOnce } from '@medikey/core'
import { BaseError } from '@medikey/errors'
import { callControl, loadPlaces, NotRunningError } from '@medikey/runtime'
import { z } from 'zod'
import type { CommandContext } from '../commands/CommandContext.ts'
import { readConfig } from '../config/readConfig.ts'
import { createReadProjectionHandler } from './createReadProjectionHandler.ts'
import { openAlone } from './openAlone.ts'
import { type ProjectionState, projectionSchema } from './projectionSchema.ts'

const ASK_EVERY_MS = 500

type Options = { onProgress: (state: ProjectionState) => void }

/**
 * Drops the projection and waits until it stands again: the follower of the running MediKey reads it, or this process
 * where none runs. What this process began and did not end, the next start ends.
 *
 * @throws BaseError whose sentence says what to do
 * @example
 * const { records } = await rebuildProjection(context, { onProgress: ({ events }) => say(`${events}`) })
 */
export async function rebuildProjection(
  context: Pick<CommandContext, 'env' | 'cwd'>,
  options: Options,
): Promise<ProjectionState> {
  const there = { socketPath: join(loadPlaces(context).dataDir, 'medikey.sock'), params: {} }
  try {
    await callControl({ ...there, method: 'drop-projection', result: z.object({}) })
  } catch (error) {
    if (error instanceof NotRunningError) return rebuildHere(context, options)
    throw error
  }
  return waitUntilBuilt(there, options)
}

async function waitUntilBuilt(
  there: { socketPath: string; params: object },
  { onProgress }: Options,
): Promise<ProjectionState> {
  for (;;) {
    const state = await callControl({ ...there, method: 'read-projection', result: projectionSchema }).catch(
      (error: unknown) => {
        if (!(error instanceof NotRunningError)) throw error
        throw new BaseError({
          code: 'REBUILD_INTERRUPTED',
          shortMessage: 'MediKey ended meanwhile. It goes on with this by itself when it starts again.',
        })
      },
    )
    if (state.isComplete) return state
    onProgress(state)
    await pause(ASK_EVERY_MS)
  }
}

async function rebuildHere(
  context: Pick<CommandContext, 'env' | 'cwd'>,
  { onProgress }: Options,
): Promise<ProjectionState> {
  const { deps, close } = await openAlone(readConfig(context), { command: 'medikey rebuild' })
  try {
    await dropProjection(deps)
    const { run } = createReadProjectionHandler(deps)
    const read = async () => projectionSchema.parse(await run({}, { signal: new AbortController().signal }))
    let counted = 0
    for (;;) {
      await followOnce(deps, {
        onBatch({ events, blockHeight }) {
          onProgress({ events: counted + events, records: 0, blockHeight, isComplete: false })
        },
      })
      const state = await read()
      if (state.isComplete) return state
      counted = state.events
    }
  } finally {
    await close()
  }
}
