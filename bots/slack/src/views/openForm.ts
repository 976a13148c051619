import type { types } from '@slack/bolt'
import { WebAPIPlatformError } from '@slack/web-api'
import { getWorkspace } from '../connection/getWorkspace.ts'
import { FormError } from '../errors/FormError.ts'
import type { ListenerContext } from '../listeners/ListenerContext.ts'

/**
 * Shows a form to whoever's interaction gave the trigger. A trigger that served already means the same delivery came
 * twice, so the form is open.
 *
 * @throws FormError when Slack does not take it, which after three seconds it never does
 */
export async function openForm(
  context: Pick<ListenerContext, 'connection'>,
  options: { workspace: string; triggerId: string; view: types.ModalView },
): Promise<void> {
  const { client } = getWorkspace(context.connection, options)
  try {
    await client.views.open({ trigger_id: options.triggerId, view: options.view })
  } catch (error) {
    if (error instanceof WebAPIPlatformError && error.data.error === 'exchanged_trigger_id') return
    throw new FormError({ cause: error })
  }
}
