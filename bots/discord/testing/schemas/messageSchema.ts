import { z } from 'zod'
import { embedSchema } from './embedSchema.ts'
import { snowflake } from './fieldSchemas.ts'

const allowedMentions = z
  .object({
    parse: z.array(z.enum(['users', 'roles', 'everyone'])).optional(),
    users: z.array(snowflake).max(100).optional(),
    roles: z.array(snowflake).max(100).optional(),
    replied_user: z.boolean().optional(),
  })
  .refine(({ parse, users }) => !(parse?.includes('users') && (users?.length ?? 0) > 0), {
    path: ['parse'],
    message: 'parse:["users"] and users: [ids...] are mutually exclusive.',
    params: { code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE' },
  })

const content = {
  content: z.string().max(2000).nullable().optional(),
  embeds: z.array(embedSchema).max(10).nullable().optional(),
  flags: z.int().min(0).nullable().optional(),
  components: z.array(z.unknown()).nullable().optional(),
  allowed_mentions: allowedMentions.nullable().optional(),
  attachments: z.array(z.unknown()).max(0, { message: 'The double takes no files.' }).nullable().optional(),
  poll: z.undefined({ message: 'The double takes no polls.' }).or(z.null()).optional(),
}

/** What a message may be edited to; what is not named stays. */
export const messageEditSchema = z.object(content)

/** A message as an app may post it. */
export const messageSchema = z.object({
  ...content,
  attachments: z
    .array(
      z.object({
        id: z.union([z.string(), z.int()]),
        filename: z.string().max(1024).optional(),
        description: z.string().max(1024).nullable().optional(),
      }),
    )
    .max(10)
    .nullable()
    .optional(),
  tts: z.boolean().optional(),
  nonce: z
    .union([z.string().max(25), z.int()])
    .nullable()
    .optional(),
  enforce_nonce: z.boolean().optional(),
  message_reference: z
    .object({ message_id: snowflake, fail_if_not_exists: z.boolean().optional() })
    .nullable()
    .optional(),
})

export type MessageEdit = z.output<typeof messageEditSchema>
export type AllowedMentions = z.output<typeof allowedMentions>
