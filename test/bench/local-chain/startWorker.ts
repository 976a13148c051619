import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { Cleanup } from '../../harness/createCleanup.ts'
import type { Answer } from './answerAsks.ts'

/** A process of its own that does one thing after the other and says how it went. */
export type Worker = {
  /** Has it do something, and waits for what it answers. */
  ask<T>(what: string, options?: unknown): Promise<T>
  /** Ends it, and waits until it has ended. */
  end(): Promise<void>
}

/**
 * Starts a script that answers with `answerAsks`.
 *
 * @param script the file that Node runs
 * @throws Error from `ask`, when the process could not do it or ended over it
 */
export function startWorker(script: URL, options: { cleanup: Cleanup }): Worker {
  // What a worker logs is no part of the report.
  const child = fork(script, { execArgv: ['--expose-gc'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const exited = once(child, 'exit')
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let asked = 0
  child.on('message', ({ id, value, problem }: Answer) => {
    const asker = waiting.get(id)
    waiting.delete(id)
    if (problem === undefined) asker?.resolve(value)
    else asker?.reject(new Error(problem))
  })
  child.on('exit', (code) => {
    for (const asker of waiting.values()) asker.reject(new Error(`${script.pathname} ended with ${code}.`))
    waiting.clear()
  })
  const worker: Worker = {
    ask(what, options = {}) {
      asked += 1
      const asker = Promise.withResolvers<unknown>()
      waiting.set(asked, asker)
      child.send({ id: asked, what, options })
      return asker.promise as Promise<never>
    },
    async end() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
      await exited
    },
  }
  options.cleanup.add(worker.end)
  return worker
}
