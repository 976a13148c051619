import type { MessageRef } from '@medikey/core'
import type { types } from '@slack/bolt'
import type { ReplyAddress } from '../payloads/Inbound.ts'
import { callbackIds } from './callbackIds.ts'
import { toFormMetadata } from './toFormMetadata.ts'
import { toTextInput } from './toTextInput.ts'

/** The form that asks why a request is denied. It says nothing of the request: nobody was authorised yet. */
export function buildDenyForm(options: {
  requestId: string
  clicked: MessageRef | 'command' | null
  reply: ReplyAddress
}): types.ModalView {
  const { requestId, clicked, reply } = options
  const origin = typeof clicked === 'object' ? clicked && { ...clicked, platform: 'slack' as const } : clicked
  return {
    type: 'modal',
    callback_id: callbackIds.deny,
    private_metadata: toFormMetadata({ reply, requestId, clicked: origin }),
    title: { type: 'plain_text', text: 'Deny the request', emoji: false },
    submit: { type: 'plain_text', text: 'Deny', emoji: false },
    close: { type: 'plain_text', text: 'Cancel', emoji: false },
    blocks: [
      toTextInput({
        field: 'reason',
        label: 'Reason',
        placeholder: 'why, in 1 to 500 characters; who asked reads it',
        initial: undefined,
        multiline: true,
      }),
    ],
  }
}
