import { decideRequest } from '@medikey/core'
import type { Listener } from '../listeners/Listener.ts'
import { type ClickInbound, clickSchema } from '../payloads/clickSchema.ts'

/** Approve was clicked: core decides. */
export const approve: Listener<ClickInbound> = {
  name: 'approve',
  schema: clickSchema,
  async run({ deps }, inbound) {
    const { message } = await decideRequest(deps, {
      account: inbound.account,
      delivery: inbound.delivery,
      requestId: inbound.value,
      decision: 'approve',
      reason: null,
      clicked: inbound.clicked,
    })
    return message
  },
}
