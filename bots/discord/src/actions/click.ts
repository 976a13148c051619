import { answerClick } from '@medikey/core'
import type { Listener } from '../listeners/Listener.ts'
import { type ClickInbound, clickSchema } from '../payloads/clickSchema.ts'
import { fromCustomId } from './customId.ts'

/** A button was clicked. */
export const click: Listener<ClickInbound> = {
  name: 'click',
  schema: clickSchema,
  origin: 'click',
  run: ({ deps }, { account, delivery, clicked, customId }) =>
    answerClick(deps, { account, delivery, clicked, ...fromCustomId(customId) }),
}
