import { type Account, describeHome, type Home, type Message } from '@medikey/core'
import { getWorkspace } from '../connection/getWorkspace.ts'
import type { ListenerContext } from '../listeners/ListenerContext.ts'
import { buildHome } from './buildHome.ts'

const NOTHING: Home = { notice: [], sections: [] }

/**
 * Shows a person on their Home tab how things stand now.
 *
 * @param options.answer to what they did there, above everything else; null when they only opened it
 * @throws when Slack does not take it; when things cannot be looked up and there is no answer to show instead
 */
export async function publishHome(
  context: Pick<ListenerContext, 'deps' | 'connection'>,
  options: { account: Account; answer: Message | null },
): Promise<void> {
  const { account, answer } = options
  const { client, ...team } = getWorkspace(context.connection, account)
  const home = await describeHome(context.deps, { account }).catch((error: unknown) => {
    if (answer === null) throw error
    return NOTHING
  })
  await client.views.publish({
    user_id: account.userId,
    view: buildHome(home, { answer, team }),
  })
}
