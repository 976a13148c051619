import { join } from 'node:path'
import type { Deps } from '@medikey/core'
import { type ControlHandler, callControl, loadPlaces, NotRunningError } from '@medikey/runtime'
import type { z } from 'zod'
import type { CommandContext } from '../commands/CommandContext.ts'
import { readConfig } from '../config/readConfig.ts'
import { openAlone } from './openAlone.ts'

/**
 * Lets the MediKey that runs on the data directory do something; where none runs, does the same on its store.
 *
 * @param options.method as the running MediKey calls the handler
 * @param options.createHandler what does it
 * @param options.timeoutMs how long the running MediKey may take; half a minute unless told
 * @throws BaseError whose sentence says what to do
 * @example
 * await operate(context, { method: 'list-alerts', params: { all: false }, result, createHandler: createListAlertsHandler })
 */
export async function operate<Result extends z.ZodType>(
  context: Pick<CommandContext, 'env' | 'cwd'>,
  options: {
    method: string
    params: unknown
    result: Result
    createHandler: (deps: Deps) => ControlHandler
    timeoutMs?: number
  },
): Promise<z.output<Result>> {
  const { method, params, result, createHandler, ...limits } = options
  const { dataDir } = loadPlaces(context)
  try {
    return await callControl({ socketPath: join(dataDir, 'medikey.sock'), method, params, result, ...limits })
  } catch (error) {
    if (!(error instanceof NotRunningError)) throw error
  }
  const { deps, close } = await openAlone(readConfig(context), { command: `medikey (${method})` })
  try {
    const handler = createHandler(deps)
    const answer = await handler.run(handler.params.parse(params), { signal: new AbortController().signal })
    return result.parse(answer)
  } finally {
    await close()
  }
}
