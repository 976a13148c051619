import type { Answer, Message, MessageRef } from '@medikey/core'
import type { Inbound } from '../payloads/Inbound.ts'
import { buildModal } from '../views/buildModal.ts'
import { openForm } from '../views/openForm.ts'
import type { ListenerContext } from './ListenerContext.ts'

/**
 * Shows what core answered: a form at once, since its trigger lives for three seconds.
 *
 * @param options.clicked the message whose button was clicked, or `command`: it was typed
 * @returns what is left to tell the person; null after a form
 * @throws FormError when Slack does not take the form
 */
export async function present(
  context: Pick<ListenerContext, 'connection'>,
  options: {
    answer: Answer
    inbound: Inbound & { readonly triggerId: string }
    clicked: MessageRef | 'command' | null
  },
): Promise<Message | null> {
  const { answer, inbound, clicked } = options
  if (!('form' in answer)) return answer.message
  const view = buildModal(answer.form, { reply: inbound.reply, clicked })
  await openForm(context, { workspace: inbound.reply.workspace, triggerId: inbound.triggerId, view })
  return null
}
