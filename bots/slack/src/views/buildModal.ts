import type { Form, FormField, MessageRef } from '@medikey/core'
import type { types } from '@slack/bolt'
import type { ReplyAddress } from '../payloads/Inbound.ts'
import { toCallbackId } from './callbackId.ts'
import { toFormMetadata } from './toFormMetadata.ts'
import { toPersonInputs } from './toPersonInputs.ts'
import { toTextInput } from './toTextInput.ts'

/**
 * Translates a form into a modal.
 *
 * @param options.clicked the message whose button opened it, or `command`: it was typed
 */
export function buildModal(
  form: Form,
  options: { reply: ReplyAddress; clicked: MessageRef | 'command' | null },
): types.ModalView {
  const { reply, clicked } = options
  const origin = typeof clicked === 'object' ? clicked && { ...clicked, platform: 'slack' as const } : clicked
  return {
    type: 'modal',
    callback_id: toCallbackId(form.id),
    private_metadata: toFormMetadata({
      reply,
      ...(form.subjectId === null ? {} : { subjectId: form.subjectId }),
      clicked: origin,
    }),
    title: { type: 'plain_text', text: form.title, emoji: false },
    submit: { type: 'plain_text', text: form.submit, emoji: false },
    close: { type: 'plain_text', text: 'Cancel', emoji: false },
    blocks: form.fields.flatMap(toInputs),
  }
}

function toInputs(field: FormField): types.InputBlock[] {
  return field.type === 'person' ? toPersonInputs(field) : [toTextInput(field)]
}
