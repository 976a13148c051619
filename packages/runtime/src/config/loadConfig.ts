import { resolve } from 'node:path'
import type { Channels, Config, NetworkName } from './Config.ts'
import { ConfigError } from './ConfigError.ts'
import { checkIdentities } from './checkIdentities.ts'
import { checkNetwork } from './checkNetwork.ts'
import { chooseDiscord } from './chooseDiscord.ts'
import { chooseSlack } from './chooseSlack.ts'
import type { SectionSchemas, Sections } from './createFileSchema.ts'
import type { ParseDuration } from './ParseDuration.ts'
import { readEnvironment } from './readEnvironment.ts'
import { readFileSettings } from './readFileSettings.ts'
import { toPlaces } from './toPlaces.ts'

/** What Clarinet's public devnet accounts deploy; only a local chain has it. */
const DEMO_CONTRACT = 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM.medvault'

/** Where {@link loadConfig} reads. */
export type LoadConfigOptions<S extends SectionSchemas = SectionSchemas> = {
  /** The environment, `process.env` in `main`. Secrets and places come from here. */
  env: Readonly<Record<string, string | undefined>>
  /** Where relative paths start. */
  cwd: string
  /** Says what is wrong with an address on a network, or null: this room knows nothing of chains. */
  checkPrincipal?: (options: { value: string; network: NetworkName }) => string | null
  /** Reads the file's durations, so that they are the ones that people type in chat. */
  parseDuration: ParseDuration
  /** Further sections of the file and what reads them: this room knows nothing of monitors. */
  sections: S
}

/**
 * Reads medikey.yaml and the environment in one pass.
 *
 * @throws {ConfigError} with every problem by name, where anything is wrong.
 * @example
 * const config = loadConfig({ env: process.env, cwd: process.cwd(), parseDuration, sections: {} })
 * config.demo // true without STACKS_API_URL
 */
export function loadConfig<S extends SectionSchemas>(options: LoadConfigOptions<S>): Config & Sections<S> {
  const { env, cwd } = options
  const found = new Set<string>()
  const problems = { add: (problem: string) => void found.add(problem) }
  const settings = readEnvironment({ problems }, env)
  const file = readFileSettings(
    { problems },
    {
      path: resolve(cwd, settings.MEDIKEY_CONFIG ?? 'medikey.yaml'),
      required: settings.MEDIKEY_CONFIG !== undefined,
      parseDuration: options.parseDuration,
      sections: options.sections,
    },
  )
  const raw = asRecord(file.raw)
  checkIdentities({ problems }, raw.identities)
  const hasNode = (env.STACKS_API_URL ?? '').trim() !== ''
  checkNetwork({ problems }, { raw, hasNode, checkPrincipal: options.checkPrincipal })
  const slack = chooseSlack({ problems }, { env, settings })
  const discord = chooseDiscord(settings)
  const rawChannels = asRecord(raw.channels)
  for (const [platform, configured] of [
    ['slack', slack],
    ['discord', discord],
  ] as const)
    if (configured !== null && rawChannels[platform] == null)
      problems.add(
        `channels.${platform} is missing in the configuration file: name the channels approvals and alerts, because ${platform === 'slack' ? 'Slack' : 'Discord'} is configured.`,
      )
  const demo = settings.STACKS_API_URL === undefined
  if (demo && settings.PORT === settings.MEDIKEY_CHAIN_PORT)
    problems.add('PORT and MEDIKEY_CHAIN_PORT are the same port: change one of them.')
  if (found.size > 0 || file.settings === null) throw new ConfigError({ problems: [...found] })
  const { contract = DEMO_CONTRACT, channels, ...rest } = file.settings
  return {
    ...rest,
    contract,
    ...toPlaces(settings, { cwd }),
    databaseUrl: settings.DATABASE_URL ?? null,
    host: settings.HOST,
    port: settings.PORT,
    logLevel: settings.LOG_LEVEL,
    slack: withChannels(slack, channels.slack),
    namesSlack: channels.slack !== null || rest.identities.some((identity) => identity.slack !== null),
    discord: withChannels(discord, channels.discord),
    webhookSecret: settings.MEDIKEY_WEBHOOK_SECRET ?? null,
    heartbeatUrl: settings.MEDIKEY_HEARTBEAT_URL ?? null,
    namesDiscord: channels.discord !== null || rest.identities.some((identity) => identity.discord !== null),
    demo,
    ...file.sections,
  }
}

/** A platform whose channels are missing was a problem already. */
const withChannels = <Access extends object>(access: Access | null, channels: Channels | null) =>
  access === null || channels === null ? null : { ...access, channels }

const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {}
