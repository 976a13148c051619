import type { Account } from './Account.ts'

/**
 * Says that the person of a chat account proved, with the principal's key, to be the principal. An account has one link
 * at most, and so has a principal in a workspace.
 */
export type Link = {
  readonly account: Account
  readonly principal: string
  readonly linkedAt: Date
}
