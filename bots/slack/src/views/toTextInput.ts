import type { FormField } from '@medikey/core'
import type { types } from '@slack/bolt'
import { limits } from '../blocks/limits.ts'

/** A field to type into; its block id is the name that errors go by. */
export function toTextInput(field: FormField): types.InputBlock {
  const { name, label, placeholder, type, optional, initial = '' } = field
  return {
    type: 'input',
    block_id: name,
    optional,
    label: { type: 'plain_text', text: label, emoji: false },
    element: {
      type: 'plain_text_input',
      action_id: name,
      multiline: type === 'paragraph',
      placeholder: { type: 'plain_text', text: placeholder, emoji: false },
      ...(initial === '' ? {} : { initial_value: initial.slice(0, limits.inputValue) }),
    },
  }
}
