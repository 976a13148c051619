import type { Listener } from '../listeners/Listener.ts'
import { type HomeOpenedInbound, homeOpenedSchema } from '../payloads/homeOpenedSchema.ts'
import { publishHome } from './publishHome.ts'

/** The app's Home was opened: shows how things stand now. Its other tab holds the direct messages, which are there. */
export const homeOpened: Listener<HomeOpenedInbound> = {
  name: 'homeOpened',
  schema: homeOpenedSchema,
  async run(context, { account, tab }) {
    if (tab === 'home') await publishHome(context, { account, answer: null })
    return null
  },
}
