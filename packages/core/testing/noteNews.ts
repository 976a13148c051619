import { randomUUID } from 'node:crypto'
import type { tellAlert } from '../src/alerts/tellAlert.ts'
import { createMessage } from '../src/messages/createMessage.ts'

/** Stands in for `tellAlert`: what is to be told becomes the title of a post, and is lost with the unit that fails. */
export const noteNews: typeof tellAlert = async (deps, unit, { alert, what }) => {
  await unit.addPosts([
    {
      id: randomUUID(),
      lane: { subject: { alertId: alert.id }, platform: 'slack' },
      kind: 'thread',
      recipient: null,
      message: createMessage({ title: what }),
      at: deps.clock.now(),
    },
  ])
}
