import type { Deps } from '../Deps.ts'
import type { Account } from '../model/Account.ts'
import type { AlertsThat } from '../suggestions/suggestAlerts.ts'
import type { RequestsOf } from '../suggestions/suggestRequests.ts'
import type { Answer } from './Answer.ts'
import type { Values } from './Values.ts'

/** A part of a command, by what it names: platforms offer a fitting way to give it. */
export type Parameter = {
  /** Lower case, without spaces: the name of the option where a platform has options. */
  readonly name: string
  /** At most 100 characters. */
  readonly description: string
  /** `text` and `category` take the rest of what is typed; everything else is one word. A `person` is a mention or a principal. */
  readonly type:
    | 'word'
    | 'text'
    | 'person'
    | 'record'
    | 'request'
    | 'alert'
    | 'category'
    | 'volume'
    | 'duration'
    | 'page'
    | 'choice'
  /** Set where the command means nothing without it and no form asks for it: what a person is told then. */
  readonly required?: string
  /** Set where the command means something without it, and no form asks for it. */
  readonly optional?: true
  /** For a `request`: which are meant, so that only those are suggested. */
  readonly whose?: RequestsOf
  /** For an `alert`: likewise. */
  readonly that?: AlertsThat
  /** For a `choice`: what may be chosen. */
  readonly choices?: readonly string[]
  /** The word that comes before it in typed text, as in `for 8h`. */
  readonly keyword?: string
}

/** What one subcommand of `/medikey` is, on every platform: how it is given and what answers it. */
export type Subcommand = {
  readonly name: string
  /** What it is for; help and documentation list it there. */
  readonly group: 'look' | 'ask' | 'decide' | 'watch' | 'respond' | 'act' | 'identity'
  /** Who may use it, for the documentation. */
  readonly who: string
  /** What it does, as a phrase of at most 100 characters. */
  readonly summary: string
  /** As typed after `/medikey`. */
  readonly example: string
  readonly parameters: readonly Parameter[]
  /**
   * Answers it.
   *
   * @throws IdentityError, RefusalError, InvalidInputError or a ContractError: nothing was changed
   */
  readonly run: (
    deps: Deps,
    options: {
      readonly account: Account
      /** Unique key of the inbound delivery: the same one twice has one effect. */
      readonly delivery: string
      readonly values: Values
    },
  ) => Promise<Answer>
}
