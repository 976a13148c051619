import { listDestinations } from '@medikey/core'
import { ConfigError, configSecrets, createLogger } from '@medikey/runtime'
import type { CommandContext } from '../commands/CommandContext.ts'
import { listPlatforms } from '../config/listPlatforms.ts'
import { type FullConfig, readConfig } from '../config/readConfig.ts'
import type { Check } from './Check.ts'
import { checkChain } from './checkChain.ts'
import { checkDatabase } from './checkDatabase.ts'
import { checkDiscord } from './checkDiscord.ts'
import { checkHeartbeat } from './checkHeartbeat.ts'
import { checkIdentities } from './checkIdentities.ts'
import { checkKeystore } from './checkKeystore.ts'
import { checkMonitors } from './checkMonitors.ts'
import { checkPort } from './checkPort.ts'
import { checkRoutes } from './checkRoutes.ts'
import { checkSlack } from './checkSlack.ts'
import { checkWebhook } from './checkWebhook.ts'
import { describeUndelivered } from './describeUndelivered.ts'
import { findRunning } from './findRunning.ts'

const restartNeeded: Check = {
  name: 'configuration',
  ok: true,
  isNeutral: true,
  detail: 'medikey.yaml was changed since MediKey started, which goes by what stood there then: restart it.',
}

/**
 * Looks at everything that is configured, without changing anything. A configuration that cannot be read is told problem
 * by problem; nothing else can be looked at then.
 */
export async function runChecks(context: Pick<CommandContext, 'env' | 'cwd'>): Promise<Check[]> {
  let config: FullConfig
  try {
    config = readConfig(context)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.problems.map((detail) => ({ name: 'configuration', ok: false, detail }))
  }
  // A service that fails says so in its check; the libraries' own lines would only be in between.
  const logger = createLogger({ level: 'silent', name: 'medikey check', secrets: configSecrets(config) })
  const { running, check } = await findRunning(config)
  const [{ chain, keystore }, { check: database, posts }, slack, discord, port] = await Promise.all([
    checkChainAndKeys(config),
    checkDatabase(config, { running }),
    checkSlack(config, { logger }),
    checkDiscord(config, { logger }),
    checkPort({ name: 'port', setting: 'PORT', host: config.host, port: config.port, running }),
  ])
  const told = running?.posts ?? posts
  const destinations = listDestinations({ platforms: listPlatforms(config), alerts: config.alerts })
  return [
    { name: 'configuration', ok: true, detail: describeConfig(config) },
    ...(running?.isConfigChanged ? [restartNeeded] : []),
    ...(check === null ? [] : [check]),
    ...(told === null
      ? []
      : describeUndelivered({ posts: told, now: new Date(), destinations, isRunning: running !== null })),
    ...chain.checks,
    database,
    ...slack,
    ...discord,
    ...checkWebhook(config),
    ...checkHeartbeat(running),
    ...checkRoutes(config, { destinations }),
    ...checkMonitors(config),
    checkIdentities(config, chain),
    keystore,
    port,
  ]
}

function describeConfig({ network, contract, demo }: FullConfig): string {
  return demo
    ? `It is complete, for the demo: a local chain of its own with ${contract}.`
    : `It is complete: ${contract} on ${network}.`
}

/** Whether keys are missing depends on the chain. */
async function checkChainAndKeys(config: FullConfig) {
  const chain = await checkChain(config)
  return { chain, keystore: await checkKeystore(config, chain) }
}
