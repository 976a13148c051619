import { answerClick } from '@medikey/core'
import type { Listener } from '../listeners/Listener.ts'
import { present } from '../listeners/present.ts'
import { type ClickInbound, clickSchema } from '../payloads/clickSchema.ts'
import { fromActionId } from './actionId.ts'

/** A button was clicked. */
export const click: Listener<ClickInbound> = {
  name: 'click',
  schema: clickSchema,
  async run(context, inbound) {
    const { account, delivery, clicked, value } = inbound
    const kind = fromActionId(inbound.actionId)
    const answer = await answerClick(context.deps, { account, delivery, kind, id: value, clicked })
    return present(context, { answer, inbound, clicked })
  },
}
