import { type Form, type FormField, RefusalError } from '@medikey/core'
import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from 'discord.js'
import { limits } from '../components/limits.ts'
import { type FormMemory, toFormCustomId } from './formCustomId.ts'

const MENTION = /^<@!?(\d{17,20})>$/

/**
 * Translates a form into a modal.
 *
 * @param options.origin whether a button opened it or a command
 * @throws RefusalError when it decides on a request whose id no request has: none is so long
 */
export function buildModal(
  form: Form,
  options: { origin: FormMemory['origin'] },
): APIModalInteractionResponseCallbackData {
  const customId = toFormCustomId({ ...form, ...options })
  if (customId.length > limits.customId) {
    throw new RefusalError({
      code: 'REQUEST_NOT_FOUND',
      message: 'There is no such request. Open ones are listed by /medikey pending.',
    })
  }
  return { custom_id: customId, title: form.title, components: form.fields.map(toLabel) }
}

function toLabel(field: FormField): APILabelComponent {
  const { label, placeholder, name, optional, type, initial = '' } = field
  const userId = MENTION.exec(initial)?.[1]
  return {
    type: ComponentType.Label,
    label,
    component:
      // A form takes five fields, so who was named by principal is typed, and everybody else is chosen.
      type === 'person' && (userId !== undefined || initial === '')
        ? {
            type: ComponentType.UserSelect,
            custom_id: name,
            placeholder,
            required: !optional,
            ...(userId === undefined
              ? {}
              : { default_values: [{ id: userId, type: SelectMenuDefaultValueType.User }] }),
          }
        : {
            type: ComponentType.TextInput,
            custom_id: name,
            style: type === 'paragraph' ? TextInputStyle.Paragraph : TextInputStyle.Short,
            placeholder: type === 'person' ? 'their Stacks principal, S…' : placeholder,
            required: !optional,
            ...(initial === '' ? {} : { value: initial.slice(0, limits.inputValue) }),
          },
  }
}
