import type { RawRequestInput } from '@medikey/core'
import type { types } from '@slack/bolt'
import type { ReplyAddress } from '../payloads/Inbound.ts'
import { callbackIds } from './callbackIds.ts'
import { toFormMetadata } from './toFormMetadata.ts'
import { toTextInput } from './toTextInput.ts'

/** The form that asks for what a request still lacks, filled with what is there. */
export function buildRequestForm(options: { raw: RawRequestInput; reply: ReplyAddress }): types.ModalView {
  const { raw, reply } = options
  const isGrant = raw.kind === 'grant'
  return {
    type: 'modal',
    callback_id: callbackIds[raw.kind],
    private_metadata: toFormMetadata({ reply }),
    title: {
      type: 'plain_text',
      text: isGrant ? 'Ask to grant access' : 'Ask to revoke access',
      emoji: false,
    },
    submit: { type: 'plain_text', text: 'Ask', emoji: false },
    close: { type: 'plain_text', text: 'Cancel', emoji: false },
    blocks: [
      toTextInput({
        field: 'record',
        label: 'Record',
        placeholder: 'its number, such as 7',
        initial: raw.record,
      }),
      ...toPersonInputs(raw),
      ...(isGrant ? toGrantInputs(raw) : []),
      toTextInput({
        field: 'reason',
        label: 'Reason',
        placeholder: 'why, in 1 to 500 characters; it is kept with the decision',
        initial: raw.reason,
        multiline: true,
      }),
    ],
  }
}

function toPersonInputs(raw: RawRequestInput): types.InputBlock[] {
  const userId = /^<@([UW][A-Z0-9]+)/.exec(raw.staff ?? '')?.[1]
  return [
    {
      type: 'input',
      block_id: 'staff',
      optional: true,
      label: {
        type: 'plain_text',
        text: raw.kind === 'grant' ? 'Who gets access' : 'Who loses access',
        emoji: false,
      },
      element: {
        type: 'users_select',
        action_id: 'staff',
        placeholder: { type: 'plain_text', text: 'choose a person', emoji: false },
        ...(userId === undefined ? {} : { initial_user: userId }),
      },
    },
    toTextInput({
      field: 'principal',
      label: 'Or their Stacks principal',
      placeholder: 'S…, for somebody who is not in this list',
      initial: userId === undefined ? raw.staff : undefined,
      optional: true,
    }),
  ]
}

function toGrantInputs(raw: RawRequestInput): types.InputBlock[] {
  return [
    toTextInput({
      field: 'limit',
      label: 'Limit',
      placeholder: 'volume units, such as 500',
      initial: raw.limit,
    }),
    toTextInput({
      field: 'duration',
      label: 'For how long',
      placeholder: '30m, 8h, 7d or 2w; empty: until revoked',
      initial: raw.duration,
      optional: true,
    }),
  ]
}
