import type { MessageRef } from '@medikey/core'
import { z } from 'zod'
import type { Inbound } from './Inbound.ts'
import { interactionSchema } from './interactionSchema.ts'
import { messageSchema } from './messageSchema.ts'
import { toClicked } from './toClicked.ts'
import { toInbound } from './toInbound.ts'

/** A click on a button. */
export type ClickInbound = Inbound & {
  /** What the button is called; it proves nothing. */
  readonly customId: string
  /** The message that the button stands in; null where it stands in none. */
  readonly clicked: MessageRef | null
  /** What that message shows. */
  readonly components: unknown
}

/** Reads the payload of a click. */
export const clickSchema = interactionSchema
  .and(z.object({ data: z.object({ custom_id: z.string() }), message: messageSchema.optional() }))
  .transform(
    (interaction): ClickInbound => ({
      ...toInbound(interaction),
      customId: interaction.data.custom_id,
      clicked: toClicked(interaction),
      components: interaction.message?.components,
    }),
  )
