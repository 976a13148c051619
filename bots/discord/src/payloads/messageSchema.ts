import { z } from 'zod'

/** The message whose button was used. */
export const messageSchema = z.object({
  id: z.string().min(1),
  channel_id: z.string().min(1),
  components: z.unknown(),
})
