import type { MessageRef, Values } from '@medikey/core'
import { z } from 'zod'
import type { Inbound } from './Inbound.ts'
import { interactionSchema } from './interactionSchema.ts'
import { messageSchema } from './messageSchema.ts'
import { toClicked } from './toClicked.ts'
import { toInbound } from './toInbound.ts'

/** A filled form. */
export type SubmissionInbound = Inbound & {
  /** What the form is called. */
  readonly customId: string
  /** The message whose button opened it; null where it was typed. */
  readonly message: MessageRef | null
  /** What stands in the fields, by name; a chosen person as a mention. Empty fields are left out. */
  readonly values: Values
}

const inputSchema = z.union([
  z.object({ custom_id: z.string(), value: z.string() }),
  z.object({ custom_id: z.string(), values: z.array(z.string()) }),
])

const componentSchema = z.object({ component: inputSchema.optional() })

/** Reads the payload of a form. */
export const submissionSchema = interactionSchema
  .and(
    z.object({
      data: z.object({ custom_id: z.string(), components: z.array(componentSchema) }),
      message: messageSchema.optional(),
    }),
  )
  .transform(
    (interaction): SubmissionInbound => ({
      ...toInbound(interaction),
      customId: interaction.data.custom_id,
      message: toClicked(interaction),
      values: readValues(interaction.data.components),
    }),
  )

function readValues(components: readonly z.infer<typeof componentSchema>[]): Values {
  return Object.fromEntries(
    components.flatMap(({ component }) => {
      if (component === undefined) return []
      const [userId] = 'values' in component ? component.values : []
      const value = 'value' in component ? component.value : userId && `<@${userId}>`
      return value ? [[component.custom_id, value]] : []
    }),
  )
}
