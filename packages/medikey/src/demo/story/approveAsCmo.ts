import { decideRequest, type Request } from '@medikey/core'
import { terminalAccount } from '../../terminal/terminalAccount.ts'
import { getPersona } from '../getPersona.ts'
import type { Stage } from './Stage.ts'
import { script } from './script.ts'
import { waitUntil } from './waitUntil.ts'

/** The Chief Medical Officer clicks the button on the card, once it stands in the channel. */
export async function approveAsCmo(stage: Stage, options: { request: Request }): Promise<void> {
  const { deps, terminal } = stage
  const { request } = options
  const cmo = getPersona('cmo')
  const card = await waitUntil(stage, {
    what: 'the card of the request',
    look: () => deps.store.getCard({ requestId: request.id, platform: 'terminal' }),
  })
  terminal.showDeed({ who: cmo.name, text: 'clicks [ Approve ] on the card' })
  const { message } = await decideRequest(deps, {
    account: terminalAccount(cmo.handle),
    delivery: script.deliveries.approve,
    requestId: request.id,
    decision: 'approve',
    reason: null,
    clicked: card,
  })
  terminal.showAnswer({ who: cmo.name, message })
}
