import { messageFlags } from '../messageFlags.ts'
import { checkComponents } from '../schemas/checkComponents.ts'
import { checkMedia } from '../schemas/checkMedia.ts'
import type { FormIssue } from '../schemas/FormIssue.ts'
import type { MessageEdit } from '../schemas/messageSchema.ts'
import { numberComponents } from '../schemas/numberComponents.ts'
import { refuseForm } from '../schemas/refuseForm.ts'
import type { FakeAttachment, FakeMessage, World } from '../World.ts'
import { ApiRefusal } from './ApiRefusal.ts'
import { findMentions } from './findMentions.ts'

const { isComponentsV2, suppressEmbeds } = messageFlags

export type Content = Pick<
  FakeMessage,
  'content' | 'components' | 'embeds' | 'attachments' | 'flags' | 'mentions' | 'mentionsEveryone'
>

/**
 * What a message says after it was posted or edited.
 *
 * @param options.current the message as it stands; null for a new one
 * @param options.settable the flags that may be set here
 * @param options.at where in the body the message stands
 * @throws ApiRefusal where the parts do not go together, or nothing is left
 */
export function readContent(
  world: World,
  options: {
    edit: Omit<MessageEdit, 'attachments'>
    current: FakeMessage | null
    settable: number
    attachments?: readonly FakeAttachment[]
    at?: readonly string[]
  },
): Content {
  const { edit, current, settable, at = [] } = options
  const flags = toFlags({ wanted: edit.flags ?? null, current: current?.flags ?? null, settable })
  const isV2 = (flags & isComponentsV2) !== 0
  if (!isV2 && current !== null && (current.flags & isComponentsV2) !== 0)
    throw refuseForm({
      path: [...at, 'flags'],
      code: 'MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG',
      message: 'The IS_COMPONENTS_V2 flag cannot be removed from a message',
    })
  const content = (edit.content === undefined ? current?.content : edit.content) ?? ''
  const embeds = (edit.embeds === undefined ? current?.embeds : edit.embeds) ?? []
  if (isV2) refuseLegacyFields({ content, embeds, at })
  const components =
    edit.components === undefined
      ? (current?.components ?? [])
      : checkComponents(edit.components ?? [], { isV2, at: [...at, 'components'] })
  numberComponents(components)
  const attachments = options.attachments ?? current?.attachments ?? []
  checkMedia(components, { attachments, at: [...at, 'components'] })
  if (content === '' && embeds.length === 0 && components.length === 0 && attachments.length === 0)
    throw new ApiRefusal(50006)
  const allowed = edit.allowed_mentions ?? null
  return {
    content,
    components,
    embeds,
    attachments,
    flags,
    ...findMentions(world, { content, components, allowed }),
  }
}

/** The flags that cannot be set here stay as they are; of an edited message even Components V2 can only be added. */
function toFlags(options: { wanted: number | null; current: number | null; settable: number }): number {
  const { wanted, current, settable } = options
  if (current === null) return (wanted ?? 0) & settable
  if (wanted === null) return current
  const editable = suppressEmbeds | isComponentsV2
  return (current & ~editable) | (wanted & editable)
}

function refuseLegacyFields(options: {
  content: string
  embeds: readonly unknown[]
  at: readonly string[]
}): void {
  const { content, embeds, at } = options
  const used = [...(content === '' ? [] : ['content']), ...(embeds.length === 0 ? [] : ['embeds'])]
  if (used.length === 0) return
  throw refuseForm(
    ...used.map(
      (field): FormIssue => ({
        path: [...at, field],
        code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        message: `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      }),
    ),
  )
}
