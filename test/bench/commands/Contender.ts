import type { Handle } from '@medikey/core/testing'

/** An app on a chat platform, in a process of its own, with people who type commands. */
export type Contender = {
  /** Types a command and waits for the answer; milliseconds until it was there. Each person asks one thing at a time. */
  ask(by: Handle): Promise<number>
}

/** MediKey, and the least that an app with the same library can be. */
export type Match = { readonly platform: string; readonly medikey: Contender; readonly bare: Contender }
