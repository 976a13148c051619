import { z } from 'zod'
import { createSecret } from '../secret/createSecret.ts'
import { checkUrl } from './checkUrl.ts'

const checked = (check: (value: string) => string | null) =>
  z.string().superRefine((value, context) => {
    const problem = check(value)
    if (problem !== null) context.addIssue({ code: 'custom', message: problem })
  })

const url = checked(checkUrl).transform((value) => value.replace(/\/+$/, ''))

/** Who has it can keep an alarm from being raised, so it is a secret; some services want a query in it. */
const pingUrl = checked((value) => checkUrl(value.split('?')[0] ?? '')).transform(createSecret)

const secret = (prefix: string, error: string) =>
  z
    .string()
    .refine((value) => value.startsWith(prefix) && value.length > prefix.length && !/\s/.test(value), {
      error,
    })
    .transform(createSecret)

const NO_BOT_TOKEN =
  'must be a bot token, which starts with xoxb-, or several for several workspaces, separated by commas'

const botTokens = z
  .string()
  .transform((value) => value.split(',').map((token) => token.trim()))
  .refine((tokens) => tokens.every((token) => /^xoxb-\S+$/.test(token)), { error: NO_BOT_TOKEN })
  .refine((tokens) => new Set(tokens).size === tokens.length, {
    error: 'names one token twice: write each workspace’s token once',
  })
  .transform((tokens) => tokens.map(createSecret))

const port = (lowest: number) =>
  z
    .string()
    .refine((value) => /^\d{1,5}$/.test(value) && Number(value) >= lowest && Number(value) <= 65_535, {
      error: `must be a whole number from ${lowest} to 65535`,
    })
    .transform(Number)

const path = z.string().refine((value) => !value.includes('\0'), { error: 'must be a path' })

const databaseUrl = checked((value) => {
  const parsed = URL.parse(value)
  const fits = parsed !== null && (parsed.protocol === 'postgres:' || parsed.protocol === 'postgresql:')
  return fits && parsed.pathname.length > 1
    ? null
    : 'must be a PostgreSQL address, postgres://user:password@host:5432/database'
}).transform(createSecret)

/**
 * Every environment variable that MediKey reads, by its name. A message never repeats the value: any of
 * them may be a token that landed in the wrong line.
 */
export const environmentSchema = z.object({
  STACKS_API_URL: url.optional(),
  STACKS_API_KEY: secret('', 'must not contain white space').optional(),
  DATABASE_URL: databaseUrl.optional(),
  MEDIKEY_DATA_DIR: path.default('.medikey'),
  MEDIKEY_CONFIG: path.optional(),
  MEDIKEY_KEYSTORE: path.optional(),
  MEDIKEY_KEYSTORE_PASSPHRASE: z.string().transform(createSecret).optional(),
  MEDIKEY_CHAIN_PORT: port(1).default(3999),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, {
      error: 'must be a host name or an IP address to listen on, such as 127.0.0.1',
    })
    .default('127.0.0.1'),
  PORT: port(0).default(8787),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be fatal, error, warn, info, debug, trace or silent',
    })
    .default('info'),
  SLACK_BOT_TOKEN: botTokens.optional(),
  SLACK_APP_TOKEN: secret('xapp-', 'must be an app-level token, which starts with xapp-').optional(),
  SLACK_SIGNING_SECRET: secret('', 'must not contain white space').optional(),
  SLACK_API_URL: url.default('https://slack.com/api'),
  MEDIKEY_WEBHOOK_SECRET: secret('', 'must not contain white space')
    .refine((value) => value.reveal().length >= 24, { error: 'must have at least 24 characters' })
    .refine((value) => isWebhookSecret(value.reveal()), { error: 'must be base64 after whsec_' })
    .optional(),
  MEDIKEY_HEARTBEAT_URL: pingUrl.optional(),
  DISCORD_TOKEN: secret('', 'must not contain white space').optional(),
  DISCORD_API_URL: url.default('https://discord.com/api'),
})

/** A secret that says to be one of Standard Webhooks is decoded; any other is taken as it is. */
function isWebhookSecret(secret: string): boolean {
  const [, encoded] = /^whsec_(.*)$/.exec(secret) ?? []
  return encoded === undefined || z.base64().safeParse(encoded).success
}

/** What the environment says once it is checked. */
export type EnvironmentSettings = z.output<typeof environmentSchema>
