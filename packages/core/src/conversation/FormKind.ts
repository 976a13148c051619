import type { Deps } from '../Deps.ts'
import type { Message } from '../messages/Message.ts'
import type { Account } from '../model/Account.ts'
import type { MessageRef } from '../model/Post.ts'
import type { Form } from './Form.ts'
import type { Values } from './Values.ts'

/** What stands behind a form: how it is read, and what answers it. */
export type FormKind = {
  readonly id: string
  /** The form, filled with what was typed before. */
  readonly build: (options: { readonly subjectId: string | null; readonly values: Values }) => Form
  /**
   * Reads the fields without any look-up.
   *
   * @throws InvalidInputError with every problem
   */
  readonly check: (deps: Pick<Deps, 'settings'>, values: Values) => void
  /** @throws IdentityError, RefusalError, InvalidInputError or a ContractError: nothing was changed */
  readonly answer: (
    deps: Deps,
    options: {
      readonly account: Account
      readonly delivery: string
      readonly subjectId: string | null
      /** The message whose button opened the form, or `command`: it was typed. */
      readonly clicked: MessageRef | 'command' | null
      readonly values: Values
    },
  ) => Promise<Message>
}
