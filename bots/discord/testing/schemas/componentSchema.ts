import { z } from 'zod'
import { componentId, customId } from './fieldSchemas.ts'
import { messageSelects } from './selectSchemas.ts'

const emoji = z.object({
  id: z.string().nullable().optional(),
  name: z.string().nullable().optional(),
  animated: z.boolean().optional(),
})

const button = {
  type: z.literal(2),
  id: componentId,
  label: z.string().min(1).max(80).optional(),
  emoji: emoji.optional(),
  disabled: z.boolean().optional(),
}

const buttonSchema = z
  .discriminatedUnion('style', [
    z.object({ ...button, style: z.literal([1, 2, 3, 4]), custom_id: customId }),
    z.object({ ...button, style: z.literal(5), url: z.url().max(512) }),
  ])
  .refine(({ label, emoji }) => label !== undefined || emoji !== undefined, {
    path: ['label'],
    message: 'A button must have a label or an emoji.',
  })

const rowSchema = z
  .object({
    type: z.literal(1),
    id: componentId,
    components: z
      .array(z.discriminatedUnion('type', [buttonSchema, ...messageSelects]))
      .min(1)
      .max(5),
  })
  .refine(({ components }) => components.length === 1 || components.every(({ type }) => type === 2), {
    path: ['components'],
    message: 'A select stands alone in its row.',
  })

const media = z.object({ url: z.string().min(1).max(2048) })

const textSchema = z.object({
  type: z.literal(10),
  id: componentId,
  content: z.string().min(1).max(4000),
})

const thumbnailSchema = z.object({
  type: z.literal(11),
  id: componentId,
  media,
  description: z.string().max(1024).nullable().optional(),
  spoiler: z.boolean().optional(),
})

const sectionSchema = z.object({
  type: z.literal(9),
  id: componentId,
  components: z.array(textSchema).min(1).max(3),
  accessory: z.discriminatedUnion('type', [buttonSchema, thumbnailSchema]),
})

const gallerySchema = z.object({
  type: z.literal(12),
  id: componentId,
  items: z
    .array(
      z.object({
        media,
        description: z.string().max(1024).nullable().optional(),
        spoiler: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(10),
})

const separatorSchema = z.object({
  type: z.literal(14),
  id: componentId,
  divider: z.boolean().optional(),
  spacing: z.literal([1, 2]).optional(),
})

const blocks = [rowSchema, textSchema, sectionSchema, gallerySchema, separatorSchema] as const

const containerSchema = z.object({
  type: z.literal(17),
  id: componentId,
  components: z.array(z.discriminatedUnion('type', [...blocks])).min(1),
  accent_color: z.int().min(0).max(0xffffff).nullable().optional(),
  spoiler: z.boolean().optional(),
})

/** A row of buttons or a select: all that a message without Components V2 may hold. */
export const legacyComponentSchema = rowSchema
/** What may stand in a message of Components V2. */
export const messageComponentSchema = z.discriminatedUnion('type', [...blocks, containerSchema])

export type MessageComponent = z.infer<typeof messageComponentSchema>
export type Button = z.infer<typeof buttonSchema>
export type Select = z.infer<(typeof messageSelects)[number]>
