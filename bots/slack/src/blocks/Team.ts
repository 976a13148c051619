/** Where a message is shown: whose people may be mentioned, and whose messages may be linked to. */
export type Team = {
  readonly workspace: string
  /** Slack's address of the workspace (`https://clinic.slack.com/`); null where it is not known. */
  readonly url: string | null
}
