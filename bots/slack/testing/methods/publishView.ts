import { checkView } from '../schemas/checkView.ts'
import { homeSchema } from '../schemas/viewSchema.ts'
import { findUser } from './findUser.ts'
import type { Method } from './Method.ts'
import { refuse } from './refuse.ts'
import { tiers } from './tiers.ts'
import { toWireView } from './toWireView.ts'

/** `views.publish`: what a person's Home tab shows from now on. */
export const publishView: Method = {
  token: 'bot',
  scopes: [],
  perMinute: tiers.four,
  answer(world, { team, args }) {
    if (world.manifest?.features.app_home.home_tab_enabled === false) return refuse('not_enabled')
    const user = findUser(world, { team: team.id, id: args.user_id })
    if (user === undefined) return refuse('invalid_arguments', ['[ERROR] user_not_found'])
    const checked = checkView(homeSchema, args.view)
    if ('error' in checked) return refuse(checked.error, checked.details)
    const known = world.views.find(
      (view) => view.view.type === 'home' && view.user === user.id && view.team === team.id,
    )
    if (args.hash !== undefined && args.hash !== known?.hash) return refuse('hash_conflict')
    const shown = known ?? {
      id: world.nextId('V'),
      team: team.id,
      user: user.id,
      hash: '',
      view: checked.view,
      isOpen: true,
      errors: {},
    }
    shown.view = checked.view
    shown.hash = world.nextId('hash')
    if (known === undefined) world.views.push(shown)
    return { ok: true, view: toWireView(world, shown) }
  },
}
