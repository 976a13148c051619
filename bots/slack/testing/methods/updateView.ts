import { checkView } from '../schemas/checkView.ts'
import { homeSchema, modalSchema } from '../schemas/viewSchema.ts'
import type { Method } from './Method.ts'
import { refuse } from './refuse.ts'
import { tiers } from './tiers.ts'
import { toWireView } from './toWireView.ts'

/** `views.update` */
export const updateView: Method = {
  token: 'bot',
  scopes: [],
  perMinute: tiers.four,
  answer(world, { team, args }) {
    const view = world.views.find(
      (candidate) => candidate.id === args.view_id && candidate.team === team.id && candidate.isOpen,
    )
    if (view === undefined) return refuse('not_found')
    if (args.hash !== undefined && args.hash !== view.hash) return refuse('hash_conflict')
    const checked = checkView(view.view.type === 'modal' ? modalSchema : homeSchema, args.view)
    if ('error' in checked) return refuse(checked.error, checked.details)
    view.view = checked.view
    view.hash = world.nextId('hash')
    return { ok: true, view: toWireView(world, view) }
  },
}
