import { viewSchema } from '../schemas/viewSchema.ts'
import type { FakeView } from '../World.ts'
import type { Method } from './Method.ts'
import { refuse } from './refuse.ts'

const TRIGGER_LIFE_MS = 3000

/** `views.open`: a trigger serves once, and for three seconds. */
export const openView: Method = (world, args) => {
  const trigger = typeof args.trigger_id === 'string' ? world.triggers.get(args.trigger_id) : undefined
  if (trigger === undefined) return refuse('invalid_trigger_id')
  if (trigger.isUsed) return refuse('exchanged_trigger_id')
  if (world.now().getTime() - trigger.issuedAt > TRIGGER_LIFE_MS) return refuse('expired_trigger_id')
  const parsed = viewSchema.safeParse(args.view)
  if (!parsed.success) {
    return refuse(
      'invalid_arguments',
      parsed.error.issues.map(
        (issue) => `[ERROR] ${issue.message} [json-pointer:/view/${issue.path.join('/')}]`,
      ),
    )
  }
  trigger.isUsed = true
  const view: FakeView = {
    id: world.nextId('V'),
    hash: world.nextId('hash'),
    user: trigger.user,
    view: parsed.data,
    isOpen: true,
    errors: {},
  }
  world.views.push(view)
  return { ok: true, view: { ...view.view, id: view.id, hash: view.hash, team_id: world.team.id } }
}
