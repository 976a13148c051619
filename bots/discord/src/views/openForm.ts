import type { Form } from '@medikey/core'
import { DiscordAPIError, InteractionResponseType, Routes } from 'discord.js'
import { FormError } from '../errors/FormError.ts'
import type { ListenerContext } from '../listeners/ListenerContext.ts'
import type { ReplyAddress } from '../payloads/Inbound.ts'
import { buildModal } from './buildModal.ts'
import type { FormMemory } from './formCustomId.ts'

const ALREADY_ACKNOWLEDGED = 40_060

/**
 * Shows a form to whoever's interaction it answers. One that was answered already means that the same delivery came
 * twice, so the form is open.
 *
 * @throws FormError when Discord does not take it, which after three seconds it never does
 */
export async function openForm(
  context: Pick<ListenerContext, 'connection'>,
  options: { reply: ReplyAddress; form: Form; origin: FormMemory['origin'] },
): Promise<void> {
  const { reply, form, origin } = options
  const data = buildModal(form, { origin })
  try {
    await context.connection.answers.post(Routes.interactionCallback(reply.interactionId, reply.token), {
      auth: false,
      body: { type: InteractionResponseType.Modal, data },
    })
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === ALREADY_ACKNOWLEDGED) return
    throw new FormError({ cause: error })
  }
}
