import type { Listener } from '../listeners/Listener.ts'
import { type ClickInbound, clickSchema } from '../payloads/clickSchema.ts'
import { buildDenyForm } from '../views/buildDenyForm.ts'
import { openForm } from '../views/openForm.ts'

/** Deny was clicked: asks why, at once and before any look-up, since the trigger lives for three seconds. */
export const deny: Listener<ClickInbound> = {
  name: 'deny',
  schema: clickSchema,
  async run(context, inbound) {
    const view = buildDenyForm({
      requestId: inbound.value,
      clicked: inbound.clicked,
      reply: inbound.reply,
    })
    await openForm(context, { triggerId: inbound.triggerId, view })
    return null
  },
}
