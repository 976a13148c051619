import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'

/** A process that runs until it is told to stop, with what it wrote so far. */
export type Script = {
  readonly stdout: () => string
  readonly stderr: () => string
  /** Resolves when stdout matches; rejects when the process ends before. */
  readonly waitFor: (pattern: RegExp) => Promise<RegExpExecArray>
  readonly kill: (signal: NodeJS.Signals) => void
  /** The exit code. */
  readonly ended: Promise<number | null>
}

/** Starts Node on a script, in a process that does not outlive the test. */
export function startScript({
  script,
  args = [],
  cwd,
  env = {},
}: {
  script: string
  args?: readonly string[]
  cwd: string
  env?: Readonly<Record<string, string>>
}): Script {
  const child = spawn(process.execPath, [script, ...args], {
    cwd,
    env: { PATH: process.env.PATH, HOME: cwd, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return {
    stdout: () => stdout,
    stderr: () => stderr,
    ended,
    kill: (signal) => void child.kill(signal),
    waitFor: async (pattern) => {
      for (;;) {
        const found = pattern.exec(stdout)
        if (found !== null) return found
        const data = once(child.stdout, 'data')
        const code = await Promise.race([data.then(() => undefined), ended])
        if (code !== undefined && !pattern.test(stdout))
          throw new Error(`The process ended with ${code} before it wrote ${pattern}: ${stderr}`)
      }
    },
  }
}
