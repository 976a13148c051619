/** How to reach Slack. Tokens in the clear: whoever holds this keeps it out of logs. */
export type SlackConfig = {
  /** For the workspace of the channels. */
  readonly botToken: string
  /** For further workspaces that the same app is installed in. */
  readonly otherBotTokens?: readonly string[]
  readonly apiUrl?: string
} & (
  | { readonly mode: 'socket'; readonly appToken: string }
  | { readonly mode: 'http'; readonly signingSecret: string }
)
