import type { ChatDriver } from './ChatDriver.ts'

/** Something people do in a chat, and what has to come of it on every platform. */
export type Scenario = {
  /** The subcommand that it is about; null where it is about what comes after one. */
  readonly subcommand: string | null
  readonly outcome: 'happy' | 'refused'
  readonly title: string
  readonly play: (driver: ChatDriver) => Promise<void>
}
