/** How to reach Discord. The token in the clear: whoever holds this keeps it out of logs. */
export type DiscordConfig = {
  readonly token: string
  /** Base of the REST API without its version; Discord's own unless told otherwise. */
  readonly apiUrl?: string
}
