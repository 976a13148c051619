import type { types } from '@slack/bolt'
import { limits } from '../blocks/limits.ts'

/** A field to type into; its block id is the name that errors go by. */
export function toTextInput(options: {
  field: string
  label: string
  placeholder: string
  initial: string | undefined
  optional?: boolean
  multiline?: boolean
}): types.InputBlock {
  const { field, label, placeholder, initial = '', optional = false, multiline = false } = options
  return {
    type: 'input',
    block_id: field,
    optional,
    label: { type: 'plain_text', text: label, emoji: false },
    element: {
      type: 'plain_text_input',
      action_id: field,
      multiline,
      placeholder: { type: 'plain_text', text: placeholder, emoji: false },
      ...(initial === '' ? {} : { initial_value: initial.slice(0, limits.inputValue) }),
    },
  }
}
