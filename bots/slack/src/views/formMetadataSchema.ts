import { z } from 'zod'

/** What a form remembers from its opening to its submission. Slack keeps it; a person cannot change it. */
export const formMetadataSchema = z.object({
  /** Where to answer: a form has no place of its own. */
  responseUrl: z.url().nullable(),
  channel: z.string().nullable(),
  isHome: z.boolean().default(false),
  /** The request that is decided, and the message whose button was clicked, or that it was typed. */
  subjectId: z.string().optional(),
  clicked: z
    .union([
      z.literal('command'),
      z.object({
        platform: z.literal('slack'),
        workspace: z.string(),
        channel: z.string(),
        messageId: z.string(),
      }),
    ])
    .nullish(),
})

export type FormMetadata = z.infer<typeof formMetadataSchema>
