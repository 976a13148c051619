import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

const SOURCES = new URL('../src/index.ts', import.meta.url).href

/** A process of its own that runs a script on this package, for what only a real process can show. */
export type Child = {
  pid: number
  /** Resolves with the next line of stdout. */
  line(): Promise<string>
  kill(signal: NodeJS.Signals): void
  exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
}

/**
 * Starts a process.
 *
 * @param script ESM source that finds this package as `runtime`.
 * @example
 * const child = startChild(`console.log(typeof runtime.createShutdown)`)
 */
export function startChild(script: string): Child {
  const source = `import * as runtime from ${JSON.stringify(SOURCES)}\n${script}`
  const child: ChildProcess = spawn(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (child.stdout === null || child.pid === undefined) throw new Error('The child did not start.')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    pid: child.pid,
    async line() {
      const { value, done } = await lines.next()
      if (done === true) throw new Error('The child ended without another line.')
      return value
    },
    kill(signal) {
      child.kill(signal)
    },
    exited: once(child, 'exit').then(([code, signal]) => ({ code, signal })),
  }
}
