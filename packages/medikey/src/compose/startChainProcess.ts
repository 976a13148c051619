import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { extname } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { BaseError } from '@medikey/errors'
import type { Config } from '@medikey/runtime'
import { z } from 'zod'
import { requireFreePort } from './requireFreePort.ts'
import { waitForPredecessor } from './waitForPredecessor.ts'

const readySchema = z.object({ ready: z.literal(true), url: z.url(), accounts: z.number() })
/** Where a local chain listens: its keys are public. */
const HOST = '127.0.0.1'
/** How long the child may take to end by itself before it is killed, which its journal survives. */
const END_WITHIN_MS = 3_000
/** How a failing command begins its sentence. */
const FAILURE = 'medikey: '
/** What the child gets of the environment: no token, no passphrase. */
const PASSED_ON = ['PATH', 'HOME', 'TMPDIR', 'LOG_LEVEL'] as const

/** The local chain in a process of its own: its VM takes seconds to load and would keep everybody else waiting. */
export type ChainProcess = {
  readonly url: string
  /** Resolves with a sentence when the chain ends without having been asked to. */
  readonly died: Promise<BaseError>
  close(): Promise<void>
}

/**
 * Starts `medikey chain` as a child and waits until it serves. The child ends with this process, however that ends:
 * it holds the other end of a pipe.
 *
 * @param options.write takes the child's own lines: progress at first, its log later
 * @param options.signal gives up waiting and ends the child
 * @throws BaseError LOCAL_CHAIN_FAILED with the child's own sentence
 */
export async function startChainProcess(options: {
  config: Pick<Config, 'dataDir' | 'chainPort'>
  env: Readonly<Record<string, string | undefined>>
  cwd: string
  write: (line: string) => void
  signal: AbortSignal
}): Promise<ChainProcess> {
  const { config, env, cwd, write, signal } = options
  await waitForPredecessor(config)
  await requireFreePort({ host: HOST, port: config.chainPort, variable: 'MEDIKEY_CHAIN_PORT' })
  signal.throwIfAborted()
  const main = fileURLToPath(new URL(`../main${extname(import.meta.url)}`, import.meta.url))
  const child = spawn(
    process.execPath,
    [main, 'chain', '--json', '--parent-pipe', '--port', String(config.chainPort)],
    {
      cwd,
      env: {
        ...Object.fromEntries(
          PASSED_ON.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])),
        ),
        MEDIKEY_DATA_DIR: config.dataDir,
        MEDIKEY_CHAIN_PORT: String(config.chainPort),
      },
      stdio: ['pipe', 'pipe', 'pipe'],
      // A Ctrl-C at the terminal is for the parent alone: it ends the chain last.
      detached: true,
    },
  )
  // The parent may write to a child that is gone; its exit says what there is to say.
  child.stdin.on('error', () => {})

  let isClosing = false
  let isReady = false
  let lastLine = ''
  createInterface({ input: child.stderr }).on('line', (line) => {
    lastLine = line
    // Its last word becomes the error's sentence.
    if (!line.startsWith(FAILURE)) write(line)
  })
  const exited = once(child, 'exit').then(([code, killedBy]) => ({ code, killedBy }))
  const died = exited.then(({ code, killedBy }) =>
    isClosing ? new Promise<never>(() => {}) : chainFailed({ lastLine, code, killedBy }),
  )

  async function close(): Promise<void> {
    isClosing = true
    // Still loading its VM, it would hear of a polite request only after seconds, and it has nothing to finish.
    await endChild(child, { exited, withinMs: isReady ? END_WITHIN_MS : 0 })
  }

  const aborted = Promise.withResolvers<never>()
  const onAbort = () => {
    void close()
    aborted.reject(signal.reason)
  }
  signal.addEventListener('abort', onAbort, { once: true })
  try {
    const url = await Promise.race([
      readUrl(child),
      aborted.promise,
      died.then((failure) => Promise.reject(failure)),
    ])
    isReady = true
    return { url, died, close }
  } catch (error) {
    await close()
    throw error
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}

async function readUrl(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the chain has no output')
  const lines = createInterface({ input: child.stdout })
  const { promise, resolve } = Promise.withResolvers<string>()
  lines.on('line', (line) => {
    const ready = readySchema.safeParse(parseJson(line))
    if (ready.success) resolve(ready.data.url)
  })
  return promise
}

async function endChild(
  child: ChildProcess,
  options: { exited: Promise<unknown>; withinMs: number },
): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), options.withinMs)
  await options.exited
  clearTimeout(timer)
}

function chainFailed(options: { lastLine: string; code: unknown; killedBy: unknown }): BaseError {
  const { lastLine, code, killedBy } = options
  const why = lastLine.startsWith(FAILURE)
    ? lastLine.slice(FAILURE.length)
    : `it ended with ${killedBy === null ? `exit code ${code}` : killedBy}. Start again; nothing that it had accepted is lost.`
  return new BaseError({
    code: 'LOCAL_CHAIN_FAILED',
    shortMessage: `The local chain does not run: ${why}`,
  })
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
