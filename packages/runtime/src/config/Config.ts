import type { Secret } from '../secret/Secret.ts'

/** The chain that MediKey works on. */
export type NetworkName = 'mainnet' | 'testnet' | 'devnet'

/** How much the log tells. */
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'

/** A person of the configuration file: who they are on each platform, and on chain. */
export type Identity = {
  readonly name: string
  readonly principal: string
  /** `workspace` is null where the file names the user alone: the one configured workspace is meant. */
  readonly slack: { readonly workspace: string | null; readonly userId: string } | null
  readonly discord: { readonly userId: string } | null
}

/** Where MediKey posts on one platform. */
export type Channels = { readonly approvals: string; readonly alerts: string }

/** How long an approval waits, in milliseconds. */
export type ApprovalPolicy = {
  /** From the request until nobody can decide it any more. */
  readonly approvalExpiresIn: number
  /** From the decision until it may no longer become a transaction. */
  readonly executionExpiresIn: number
}

/** How Slack is reached; the tokens decide the mode. */
export type SlackAccess = {
  /** For the workspace of the channels. */
  readonly botToken: Secret
  /** For further workspaces that the same app is installed in. */
  readonly otherBotTokens?: readonly Secret[]
  readonly apiUrl: string
} & (
  | { readonly mode: 'socket'; readonly appToken: Secret }
  | { readonly mode: 'http'; readonly signingSecret: Secret }
)

/** How Slack is reached, and where MediKey posts there. */
export type SlackConfig = SlackAccess & { readonly channels: Channels }

/** How Discord is reached. */
export type DiscordAccess = { readonly token: Secret; readonly apiUrl: string }

/** How Discord is reached, and where MediKey posts there: the server of these channels is the workspace. */
export type DiscordConfig = DiscordAccess & { readonly channels: Channels }

/** Where things are, from the environment alone. Paths are absolute. */
export type Places = {
  /** Null: no node is named, the local chain is meant. */
  readonly stacksApiUrl: string | null
  readonly stacksApiKey: Secret | null
  readonly dataDir: string
  readonly keystorePath: string
  readonly keystorePassphrase: Secret | null
  readonly chainPort: number
}

/** Everything a process is told at its start. Durations are milliseconds, paths are absolute. */
export type Config = Places & {
  readonly network: NetworkName
  /** `ADDRESS.name` of medvault. */
  readonly contract: string
  readonly identities: readonly Identity[]
  /** Principals that may read every audit. */
  readonly auditors: readonly string[]
  readonly approvals: { readonly grant: ApprovalPolicy; readonly revoke: ApprovalPolicy }
  /** Null: the embedded store under `dataDir`. */
  readonly databaseUrl: Secret | null
  readonly host: string
  /** 0 means any free port. */
  readonly port: number
  readonly logLevel: LogLevel
  readonly slack: SlackConfig | null
  readonly discord: DiscordConfig | null
  /** Signs what a webhook is told; null where none is set. */
  readonly webhookSecret: Secret | null
  /** Asked every minute while all is well; null where nobody waits for it. */
  readonly heartbeatUrl: Secret | null
  /** Whether the file names Slack channels or people's Slack ids, whether or not Slack is reached. */
  readonly namesSlack: boolean
  /** The same of Discord. */
  readonly namesDiscord: boolean
  /** True without `STACKS_API_URL`: everything happens on a local chain, and every card says so. */
  readonly demo: boolean
}
