import type { Message } from '@medikey/core'
import { z } from 'zod'
import { messageRefSchema } from './messageRefSchema.ts'
import { schemaOf } from './schemaOf.ts'

const person = z.strictObject({
  name: z.string(),
  principal: z.string(),
  accounts: z
    .array(z.strictObject({ platform: z.string(), workspace: z.string().nullable(), userId: z.string() }))
    .readonly(),
})

const span = z.union([
  z.string(),
  z.strictObject({ bold: z.string() }),
  z.strictObject({ code: z.string() }),
  z.strictObject({ person }),
  z.strictObject({ link: z.strictObject({ label: z.string(), url: z.string() }) }),
  z.strictObject({
    message: z.strictObject({ label: z.string(), refs: z.array(messageRefSchema).readonly() }),
  }),
  z.strictObject({ time: z.string() }),
])

const text = z.array(span).readonly()

export const messageSchema = schemaOf<Message>()(
  z.strictObject({
    title: z.string().nullable(),
    tone: z.enum(['neutral', 'waiting', 'good', 'bad']),
    paragraphs: z.array(text).readonly(),
    fields: z.array(z.strictObject({ label: z.string(), value: text })).readonly(),
    footer: z.array(text).readonly(),
    actions: z
      .array(
        z.strictObject({
          kind: z.enum([
            'approve',
            'deny',
            'consent',
            'confirm',
            'cancel',
            'release',
            'acknowledge',
            'silence',
          ]),
          id: z.string(),
        }),
      )
      .readonly(),
  }),
)
