import { z } from 'zod'

/** An embed as far as it is text. */
export const embedSchema = z
  .looseObject({
    title: z.string().max(256).nullable().optional(),
    description: z.string().max(4096).nullable().optional(),
    fields: z
      .array(z.looseObject({ name: z.string().min(1).max(256), value: z.string().min(1).max(1024) }))
      .max(25)
      .optional(),
    footer: z
      .looseObject({ text: z.string().max(2048) })
      .nullable()
      .optional(),
    author: z
      .looseObject({ name: z.string().max(256) })
      .nullable()
      .optional(),
  })
  .refine(
    ({ title, description, fields, footer, author }) =>
      [
        title,
        description,
        footer?.text,
        author?.name,
        ...(fields ?? []).flatMap((field) => [field.name, field.value]),
      ]
        .map((text) => text?.length ?? 0)
        .reduce((sum, length) => sum + length, 0) <= 6000,
    { message: 'Embed size exceeds maximum size of 6000', params: { code: 'MAX_EMBED_SIZE_EXCEEDED' } },
  )

export type Embed = z.infer<typeof embedSchema>
