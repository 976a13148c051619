import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** A chain in a process of its own. */
export type SpawnedChain = {
  readonly url: string
  readonly token: string
  /** Ends the process at once and without its knowing, and returns when it is gone. */
  readonly kill: () => Promise<void>
}

/** Starts a chain in a process of its own, in a data directory. */
export async function spawnChain({ dataDir }: { dataDir: string }): Promise<SpawnedChain> {
  const script = new URL('./serveUntilKilled.ts', import.meta.url)
  const served = spawn(process.execPath, [script.pathname, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = new Promise<void>((resolve) => served.once('exit', () => resolve()))
  const { value: url } = await createInterface({ input: served.stdout })[Symbol.asyncIterator]().next()
  if (url === undefined) throw new Error('The chain ended before it listened.')
  return {
    url,
    token: await readFile(join(dataDir, 'token'), 'utf8'),
    kill: () => {
      served.kill('SIGKILL')
      return exited
    },
  }
}
