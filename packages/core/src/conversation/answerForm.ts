import type { Deps } from '../Deps.ts'
import { RefusalError } from '../errors/RefusalError.ts'
import type { Message } from '../messages/Message.ts'
import type { Account } from '../model/Account.ts'
import type { MessageRef } from '../model/Post.ts'
import { formKinds } from './formKinds.ts'
import type { Values } from './Values.ts'

/**
 * Answers a filled form, the same on every platform. Whoever opened it, it is authorised now.
 *
 * @param options.id as the form carries it; may be none that this version knows
 * @param options.clicked the message whose button opened the form, or `command`: it was typed
 * @throws IdentityError, RefusalError, InvalidInputError or a ContractError: nothing was changed
 * @example
 * const message = await answerForm(deps, { account, delivery, id: 'deny', subjectId, values: { reason }, clicked })
 */
export async function answerForm(
  deps: Deps,
  options: {
    account: Account
    delivery: string
    id: string
    subjectId: string | null
    values: Values
    clicked: MessageRef | 'command' | null
  },
): Promise<Message> {
  const { id, ...submission } = options
  const kind = formKinds.find((candidate) => candidate.id === id)
  if (kind !== undefined) return kind.answer(deps, submission)
  throw new RefusalError({
    code: 'UNKNOWN_FORM',
    message:
      'This form is from another version of MediKey, so nothing was changed. Open it again with /medikey.',
  })
}
