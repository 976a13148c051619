import type { FakeDiscord } from '@medikey/discord/testing'
import type { FakeSlack } from '@medikey/slack/testing'
import { baseEnvironment } from './baseEnvironment.ts'
import type { Cleanup } from './createCleanup.ts'
import { medikeyMain } from './medikeyMain.ts'
import { type Exit, startProcess } from './startProcess.ts'
import { waitUntil } from './waitUntil.ts'
import { writeMedikeyConfig } from './writeMedikeyConfig.ts'

const READY_WITHIN_MS = 60_000

/** A running `medikey start`. */
export type Medikey = {
  readonly pid: number
  readonly url: string
  /** How long it took until `/readyz` said yes, in milliseconds. */
  readonly readyAfterMs: number
  /** Everything that it wrote, log and messages. */
  output(): string
  /** The log's lines so far. */
  log(): readonly Readonly<Record<string, unknown>>[]
  /** Ends it as a power cut would. */
  kill(): Promise<void>
  /** Asks it to stop. */
  stop(): Promise<Exit>
}

export type MedikeyOptions = {
  /** Its data directory; the same one again is a restart. */
  readonly directory: string
  readonly chainUrl: string
  readonly slack?: FakeSlack
  readonly discord?: FakeDiscord
  readonly databaseUrl?: string
  readonly mode?: 'http' | 'socket'
  /** What follows `medikey start`. */
  readonly args?: readonly string[]
  /** Handles of people who are not linked. */
  readonly unlinked?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly cleanup: Cleanup
}

/**
 * Runs `medikey start` in a process of its own, on the chain and with the doubles of Slack and Discord that it is given,
 * and waits until it is ready. In HTTP mode Slack's requests go to it from then on.
 *
 * @throws Error with what it wrote, when it does not get ready
 * @example
 * const medikey = await startMedikey({ directory, chainUrl: proxy.url, slack, cleanup })
 * await medikey.kill()
 */
export async function startMedikey(options: MedikeyOptions): Promise<Medikey> {
  const { slack, mode = 'http', cleanup } = options
  const startedAt = performance.now()
  const running = startProcess({
    script: medikeyMain,
    args: ['start', ...(options.args ?? [])],
    env: createMedikeyEnvironment(options),
    cwd: options.directory,
  })
  cleanup.add(async () => {
    if (!running.hasExited()) running.kill('SIGKILL')
    await running.exited
  })
  const url = await waitUntil({
    what: `the address of MediKey in: ${running.stderr()}`,
    withinMs: READY_WITHIN_MS,
    look() {
      if (running.hasExited()) throw new Error(`MediKey ended: ${running.stderr()}`)
      return /MediKey is running on (\S+)/.exec(running.stderr())?.[1]
    },
    signal: abortOnExit(running),
  })
  await waitUntil({
    what: 'a MediKey that is ready',
    withinMs: READY_WITHIN_MS,
    look: async () => ((await fetch(`${url}/readyz`)).ok ? true : null),
    signal: abortOnExit(running),
  })
  const readyAfterMs = performance.now() - startedAt
  if (mode === 'http') slack?.deliverTo(`${url}/slack/events`)

  return {
    pid: running.pid,
    url,
    readyAfterMs,
    output: () => running.stdout() + running.stderr(),
    log: () => running.stderr().split('\n').flatMap(parseLine),
    async kill() {
      running.kill('SIGKILL')
      await running.exited
    },
    async stop() {
      running.kill('SIGTERM')
      return running.exited
    },
  }
}

/** The environment that a MediKey of these options runs in; other commands beside it take the same. */
export function createMedikeyEnvironment(options: Omit<MedikeyOptions, 'cleanup'>): Record<string, string> {
  const { directory, chainUrl, slack, discord, databaseUrl, mode = 'http', unlinked } = options
  return {
    ...baseEnvironment({ home: directory }),
    MEDIKEY_CONFIG: writeMedikeyConfig({ directory, slack, discord, without: unlinked }),
    MEDIKEY_DATA_DIR: directory,
    STACKS_API_URL: chainUrl,
    ...(slack === undefined
      ? {}
      : {
          SLACK_API_URL: slack.apiUrl,
          SLACK_BOT_TOKEN: slack.botToken,
          ...(mode === 'http'
            ? { SLACK_SIGNING_SECRET: slack.signingSecret }
            : { SLACK_APP_TOKEN: slack.appToken }),
        }),
    ...(discord === undefined ? {} : { DISCORD_API_URL: discord.apiUrl, DISCORD_TOKEN: discord.token }),
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    PORT: '0',
    LOG_LEVEL: 'debug',
    ...options.env,
  }
}

function abortOnExit(running: { exited: Promise<Exit>; stderr(): string }): AbortSignal {
  const controller = new AbortController()
  void running.exited.then(({ code, signal }) =>
    controller.abort(new Error(`MediKey ended with ${code ?? signal}: ${running.stderr()}`)),
  )
  return controller.signal
}

function parseLine(line: string): Readonly<Record<string, unknown>>[] {
  if (!line.startsWith('{')) return []
  try {
    return [JSON.parse(line)]
  } catch {
    return []
  }
}
