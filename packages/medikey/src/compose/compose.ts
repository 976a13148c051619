import type { Writable } from 'node:stream'
import type { ContractClient } from '@medikey/contract-client'
import { createDirectory, type Deps, refreshDirectory } from '@medikey/core'
import {
  createDataDir,
  createHttpServer,
  type Logger,
  lockDataDir,
  type Secret,
  type Shutdown,
} from '@medikey/runtime'
import type { FullConfig } from '../config/readConfig.ts'
import { addDeliveryGauges } from './addDeliveryGauges.ts'
import { addReadinessChecks } from './addReadinessChecks.ts'
import { bindToChain } from './bindToChain.ts'
import { checkPlatforms } from './checkPlatforms.ts'
import { createCountedStore } from './createCountedStore.ts'
import { createGetSigner } from './createGetSigner.ts'
import { createIdentities } from './createIdentities.ts'
import { createMetrics } from './createMetrics.ts'
import { createSettings } from './createSettings.ts'
import { createStartingCheck } from './createStartingCheck.ts'
import { listWarnings } from './listWarnings.ts'
import { openChain } from './openChain.ts'
import { openChat } from './openChat.ts'
import { openControl } from './openControl.ts'
import { openKeystore } from './openKeystore.ts'
import { openWebhook } from './openWebhook.ts'
import type { Parts } from './Parts.ts'
import { startWork } from './startWork.ts'

/** How long what is under way with the chain may take at the end, in milliseconds. */
const BREAK_OFF_MS = 2_000

/** A running MediKey. */
export type Composition = {
  readonly url: string
  readonly apiUrl: string
  readonly deps: Deps
  readonly client: ContractClient
  /** What does not hinder the start and yet keeps the clinic from working, one sentence each. */
  readonly warnings: readonly string[]
}

/**
 * Makes everything that is configured and hands it down. What can fail without waiting fails first; what does not
 * depend on each other opens at the same time. Each part is registered with `shutdown` before it is open, so whatever
 * is open is closed again, also when the start fails or is stopped half way.
 *
 * @param options.out where the demo's chat is drawn
 * @param options.say takes a line of progress
 * @param options.write takes a line of the chain's process
 * @param options.addSecrets told what the log must not show
 * @throws BaseError whose sentence says what to do
 */
export async function compose(options: {
  config: FullConfig
  parts: Parts
  isNamed: boolean
  env: Readonly<Record<string, string | undefined>>
  cwd: string
  out: Writable
  say: (line: string) => void
  write: (line: string) => void
  addSecrets: (secrets: readonly Secret[]) => void
  logger: Logger
  shutdown: Shutdown
}): Promise<Composition> {
  const { config, logger, shutdown, say, addSecrets } = options
  const clock = { now: () => new Date() }
  const startedAt = clock.now()

  checkPlatforms(options)
  const webhook = openWebhook({ settings: config }, { config })
  createDataDir(config.dataDir)
  if (config.databaseUrl === null) {
    const lock = await lockDataDir({
      dataDir: config.dataDir,
      name: 'medikey',
      command: 'medikey start',
    })
    shutdown.add({ name: 'lock', stop: () => lock.release() })
  }
  const http = createHttpServer({ host: config.host, port: config.port, logger })
  const starting = createStartingCheck()
  http.addReadinessCheck(starting.check)
  shutdown.add({ name: 'http', stop: () => http.close() })
  const { url } = await http.listen()
  const metrics = createMetrics(http.registry)

  const giveUp = new AbortController()
  shutdown.stopping.addEventListener('abort', () => {
    setTimeout(() => giveUp.abort(new Error('MediKey is stopping')), BREAK_OFF_MS).unref()
  })
  if (config.demo) say('Starting the local chain …')
  const opening = {
    chain: openChain({ ...options, signal: giveUp.signal }),
    // Loading takes a while: the chain's process is under way by then.
    store: import('@medikey/store').then(({ openStore }) =>
      openStore({
        databaseUrl: config.databaseUrl?.reveal() ?? null,
        dataDir: config.dataDir,
        logger,
      }),
    ),
  }
  shutdown.add({ name: 'store', stop: async () => (await settled(opening.store))?.close() })
  shutdown.add({
    name: 'chain',
    async stop() {
      giveUp.abort(new Error('the start was given up'))
      await (await settled(opening.chain))?.close()
    },
  })
  const [chain, opened, chat, keystore] = await Promise.all([
    opening.chain,
    opening.store,
    openChat(options),
    openKeystore({ config, say }),
  ])
  addSecrets(keystore?.secrets() ?? [])

  const deps: Deps = {
    store: createCountedStore(opened.store, { onEvidence: metrics.countEvidence }),
    ledger: chain.client,
    clock,
    directory: createDirectory({
      identities: createIdentities({ config, platforms: chat.platforms }),
      workspaces: chat.workspaces,
    }),
    getSigner: createGetSigner({ keystore, isLocal: chain.isLocal }),
    settings: createSettings({ config, platforms: chat.platforms, ...chain }),
  }
  addDeliveryGauges(deps, http.registry)
  const messengers = [...chat.messengers, ...(webhook === null ? [] : [webhook])]
  await bindToChain(deps, chain)
  await refreshDirectory(deps)

  const [{ jobs, apps }, warnings] = await Promise.all([
    startWork(deps, { ...options, opened, chat, http, metrics, webhook }),
    listWarnings({ ledger: chain.client, store: deps.store, logger }, { config, chat }),
  ])
  await openControl(deps, { ...options, chat, messengers, jobs, url, startedAt })
  addReadinessChecks(http, { opened, chain, jobs, apps })
  starting.done()
  void chain.died.then((failure) => {
    say(`medikey: ${failure.userMessage}`)
    return shutdown.stop({ reason: failure.shortMessage, exitCode: 1 })
  })
  return { url, apiUrl: chain.apiUrl, deps, client: chain.client, warnings }
}

async function settled<T>(promise: Promise<T>): Promise<T | null> {
  return promise.catch(() => null)
}
