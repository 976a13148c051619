import { z } from 'zod'
import type { Inbound } from './Inbound.ts'

/** The app's Home was opened. */
export type HomeOpenedInbound = Inbound & { readonly tab: string }

/** Reads the event of an opened Home. */
export const homeOpenedSchema = z
  .object({
    team_id: z.string().min(1),
    event_id: z.string().min(1),
    event: z.object({ user: z.string().min(1), tab: z.string().default('home') }),
  })
  .transform(({ team_id: workspace, event_id, event }): HomeOpenedInbound => {
    const account = { platform: 'slack' as const, workspace, userId: event.user }
    return {
      account,
      delivery: `slack:event:${event_id}`,
      reply: {
        workspace,
        userId: event.user,
        responseUrl: null,
        channel: null,
        replacesOriginal: false,
        home: account,
      },
      tab: event.tab,
    }
  })
