import { type ContractClient, createContractClient } from '@medikey/contract-client'
import { getPersona } from 'medikey'
import { z } from 'zod'
import { baseEnvironment } from './baseEnvironment.ts'
import type { Cleanup } from './createCleanup.ts'
import { createTempDir } from './createTempDir.ts'
import { medikeyMain } from './medikeyMain.ts'
import { startProcess } from './startProcess.ts'

const readySchema = z.object({ ready: z.literal(true), url: z.url() })
const READY_WITHIN_MS = 60_000
const END_WITHIN_MS = 10_000

/** A local chain in a process of its own. */
export type Chain = {
  readonly url: string
  /** Asks the chain past any proxy. */
  readonly client: ContractClient
}

/**
 * Runs `medikey chain` on a free port, with the contract deployed and the demo's records in it.
 *
 * @param options.blockTimeMs milliseconds between two blocks; 0 mines each transaction as it arrives
 * @throws Error when it does not get ready
 * @example
 * const chain = await startChain({ blockTimeMs: 200, cleanup })
 */
export async function startChain(options: { blockTimeMs: number; cleanup: Cleanup }): Promise<Chain> {
  const { blockTimeMs, cleanup } = options
  const directory = createTempDir({ cleanup })
  const running = startProcess({
    script: medikeyMain,
    args: ['chain', '--json', '--port', '0', '--block-time', blockTimeMs.toString()],
    env: { ...baseEnvironment({ home: directory }), MEDIKEY_DATA_DIR: directory },
    // Below the checkout, so that its own contracts are the nearest.
    cwd: import.meta.dirname,
  })
  cleanup.add(async () => {
    running.kill('SIGTERM')
    const timer = setTimeout(() => running.kill('SIGKILL'), END_WITHIN_MS)
    await running.exited
    clearTimeout(timer)
  })
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  running.onLine((line) => {
    const ready = readySchema.safeParse(parseJson(line))
    if (ready.success) resolve(ready.data.url)
  })
  void running.exited.then(({ code }) =>
    reject(new Error(`The chain ended with ${code}: ${running.stderr()}`)),
  )
  const timer = setTimeout(
    () => reject(new Error(`The chain is not ready: ${running.stderr()}`)),
    READY_WITHIN_MS,
  )
  const url = await promise.finally(() => clearTimeout(timer))
  const contract = `${getPersona('cmo').principal}.medvault`
  return { url, client: createContractClient({ apiUrl: url, network: 'devnet', contract }) }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
