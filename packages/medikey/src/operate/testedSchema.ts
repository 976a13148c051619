import { z } from 'zod'

const destination = z.enum(['slack', 'discord', 'terminal', 'webhook'])

/** What came back from each destination of a test alert. */
export const testedSchema = z.object({
  tested: z.array(
    z.union([
      z.object({ destination, status: z.int() }),
      z.object({ destination, error: z.string() }),
      z.object({
        destination,
        ref: z.looseObject({ workspace: z.string(), channel: z.string(), messageId: z.string() }),
      }),
    ]),
  ),
})
