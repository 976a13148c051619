/** How to reach Slack. Tokens in the clear: whoever holds this keeps it out of logs. */
export type SlackConfig = { readonly botToken: string; readonly apiUrl?: string } & (
  | { readonly mode: 'socket'; readonly appToken: string }
  | { readonly mode: 'http'; readonly signingSecret: string }
)
