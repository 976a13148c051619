import { answerClick, refillForm } from '@medikey/core'
import type { Listener } from '../listeners/Listener.ts'
import { present } from '../listeners/present.ts'
import { type ClickInbound, clickSchema } from '../payloads/clickSchema.ts'
import { readRetryParts } from '../views/readRetryParts.ts'
import { fromRetryCustomId } from '../views/retryCustomId.ts'
import { fromCustomId } from './customId.ts'

/** A button was clicked. */
export const click: Listener<ClickInbound> = {
  name: 'click',
  schema: clickSchema,
  async run({ deps }, { account, delivery, clicked, customId, components }) {
    const again = fromRetryCustomId(customId)
    const form = again && refillForm({ ...again, values: readRetryParts(components) })
    if (form !== null) return { form, origin: 'command' }
    const { kind, id } = fromCustomId(customId)
    return present(await answerClick(deps, { account, delivery, clicked, kind, id }), 'click')
  },
}
