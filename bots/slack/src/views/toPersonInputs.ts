import type { FormField } from '@medikey/core'
import type { types } from '@slack/bolt'
import { toTextInput } from './toTextInput.ts'

/** A person is chosen from Slack's list, or named by principal: they may not be in this workspace. */
export function toPersonInputs(field: FormField): types.InputBlock[] {
  const userId = /^<@([UW][A-Z0-9]+)/.exec(field.initial ?? '')?.[1]
  return [
    {
      type: 'input',
      block_id: field.name,
      optional: true,
      label: { type: 'plain_text', text: field.label, emoji: false },
      element: {
        type: 'users_select',
        action_id: field.name,
        placeholder: { type: 'plain_text', text: field.placeholder, emoji: false },
        ...(userId === undefined ? {} : { initial_user: userId }),
      },
    },
    toTextInput({
      name: 'principal',
      label: 'Or their Stacks principal',
      placeholder: 'S…, for somebody who is not in this list',
      type: 'line',
      optional: true,
      initial: userId === undefined ? field.initial : undefined,
    }),
  ]
}
