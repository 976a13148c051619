import { viewSchema } from '../schemas/viewSchema.ts'
import type { Method } from './Method.ts'
import { refuse } from './refuse.ts'

/** `views.update` */
export const updateView: Method = (world, args) => {
  const view = world.views.find((candidate) => candidate.id === args.view_id && candidate.isOpen)
  if (view === undefined) return refuse('not_found')
  if (args.hash !== undefined && args.hash !== view.hash) return refuse('hash_conflict')
  const parsed = viewSchema.safeParse(args.view)
  if (!parsed.success) return refuse('invalid_arguments', [`[ERROR] ${parsed.error.message}`])
  view.view = parsed.data
  view.hash = world.nextId('hash')
  return { ok: true, view: { ...view.view, id: view.id, hash: view.hash, team_id: world.team.id } }
}
