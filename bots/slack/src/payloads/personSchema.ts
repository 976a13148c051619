import { z } from 'zod'

/** Who clicked or submitted. A person of another workspace in a shared channel keeps their own team id. */
export const personSchema = z.object({ id: z.string().min(1), team_id: z.string().min(1).optional() })

/** The workspace of an interaction; null for an app installed on an organisation. */
export const teamSchema = z.object({ id: z.string().min(1) }).nullish()
