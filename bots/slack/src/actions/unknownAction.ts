import { RefusalError } from '@medikey/core'
import type { Listener } from '../listeners/Listener.ts'
import { type ClickInbound, clickSchema } from '../payloads/clickSchema.ts'

/** A button that this version does not know, from before an update. */
export const unknownAction: Listener<ClickInbound> = {
  name: 'unknownAction',
  schema: clickSchema,
  async run() {
    throw new RefusalError({
      code: 'UNKNOWN_ACTION',
      message:
        'This button is from another version of MediKey, so nothing was changed. Use /medikey pending.',
    })
  },
}
