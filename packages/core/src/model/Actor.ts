import type { Account } from './Account.ts'
import type { Identity } from './Identity.ts'

/** A person who does something, resolved: the account they speak from and the principal it stands for. */
export type Actor = {
  readonly name: string
  readonly principal: string
  readonly account: Account
  readonly source: Identity['source']
}
