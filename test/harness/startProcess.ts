import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'

/** How a process ended. */
export type Exit = { readonly code: number | null; readonly signal: NodeJS.Signals | null }

/** A real process, with what it wrote so far. */
export type Running = {
  readonly pid: number
  readonly exited: Promise<Exit>
  hasExited(): boolean
  stdout(): string
  stderr(): string
  /** Calls back with each further line of stdout. */
  onLine(listener: (line: string) => void): void
  kill(signal: NodeJS.Signals): void
}

const alive = new Set<ChildProcessByStdio<Writable, Readable, Readable>>()
// Also when the test runner itself is ended: nothing may go on behind it.
process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL')
})

/**
 * Starts a script in a process of its own, with no more environment than what it is given.
 *
 * @param options.script the file that Node runs
 * @param options.input what it finds on stdin
 * @example
 * const running = startProcess({ script: MAIN, args: ['check'], env: { PATH }, cwd: directory })
 * const { code } = await running.exited
 */
export function startProcess(options: {
  script: string
  args: readonly string[]
  env: Readonly<Record<string, string>>
  cwd: string
  input?: string
}): Running {
  const { script, args, env, cwd, input = '' } = options
  const child = spawn(process.execPath, [script, ...args], { env, cwd, stdio: ['pipe', 'pipe', 'pipe'] })
  // It may end without having read what it was given.
  child.stdin.on('error', () => undefined).end(input)
  if (child.pid === undefined) throw new Error(`${script} could not be started.`)
  alive.add(child)
  let stdout = ''
  let stderr = ''
  const listeners: ((line: string) => void)[] = []
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  createInterface({ input: child.stdout }).on('line', (line) => {
    stdout += `${line}\n`
    for (const listener of listeners) listener(line)
  })
  // 'close' and not 'exit': only then is everything read that it wrote.
  const exited = once(child, 'close').then(([code, signal]): Exit => {
    alive.delete(child)
    return { code, signal }
  })
  return {
    pid: child.pid,
    exited,
    hasExited: () => child.exitCode !== null || child.signalCode !== null,
    stdout: () => stdout,
    stderr: () => stderr,
    onLine(listener) {
      listeners.push(listener)
    },
    kill(signal) {
      child.kill(signal)
    },
  }
}
