import { checkView } from '../schemas/checkView.ts'
import { modalSchema } from '../schemas/viewSchema.ts'
import type { FakeView } from '../World.ts'
import type { Method } from './Method.ts'
import { refuse } from './refuse.ts'
import { tiers } from './tiers.ts'
import { toWireView } from './toWireView.ts'

const TRIGGER_LIFE_MS = 3000

/** `views.open`: a trigger serves once, and for three seconds. */
export const openView: Method = {
  token: 'bot',
  scopes: [],
  perMinute: tiers.four,
  answer(world, { team, args }) {
    const trigger = typeof args.trigger_id === 'string' ? world.triggers.get(args.trigger_id) : undefined
    if (trigger === undefined || trigger.team !== team.id) return refuse('invalid_trigger_id')
    if (trigger.isUsed) return refuse('exchanged_trigger_id')
    if (world.now().getTime() - trigger.issuedAt > TRIGGER_LIFE_MS) return refuse('expired_trigger_id')
    const checked = checkView(modalSchema, args.view)
    if ('error' in checked) return refuse(checked.error, checked.details)
    trigger.isUsed = true
    const view: FakeView = {
      id: world.nextId('V'),
      team: team.id,
      user: trigger.user,
      hash: world.nextId('hash'),
      view: checked.view,
      isOpen: true,
      errors: {},
    }
    world.views.push(view)
    return { ok: true, view: toWireView(world, view) }
  },
}
