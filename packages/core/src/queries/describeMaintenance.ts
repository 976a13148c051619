import type { Deps } from '../Deps.ts'
import { resolveActor } from '../identities/resolveActor.ts'
import { createMessage } from '../messages/createMessage.ts'
import type { Message, Text } from '../messages/Message.ts'
import type { Account } from '../model/Account.ts'
import type { EventProjection } from '../model/Projection.ts'

/** Switches that are looked through for the one that counts: the newest, and a few that came to nothing. */
const SEARCHED = 5

/**
 * Whether the system is in maintenance as the chain says now, since when, and by whom.
 *
 * @throws IdentityError when the person is not linked
 * @example
 * const message = await describeMaintenance(deps, { account })
 */
export async function describeMaintenance(deps: Deps, options: { account: Account }): Promise<Message> {
  await resolveActor(deps, options)
  const [isOn, last] = await Promise.all([
    deps.ledger.isSystemMaintenance(),
    deps.store.getLastEvent({ names: ['maintenance-enabled', 'maintenance-disabled'] }),
  ])
  const { value } = last ?? {}
  const isOfNow = value?.event === (isOn ? 'maintenance-enabled' : 'maintenance-disabled')
  const since: Text =
    last === null || !isOfNow || value === undefined || value === null || !('chiefMedicalOfficer' in value)
      ? []
      : [
          ', since ',
          { time: last.blockTime.toISOString() },
          ', by ',
          { person: deps.directory.describe(value.chiefMedicalOfficer) },
        ]
  const reason = last === null || since.length === 0 ? null : await findReason(deps, last)
  return createMessage({
    tone: isOn ? 'waiting' : 'good',
    paragraphs: [
      [{ bold: isOn ? 'In maintenance' : 'Not in maintenance' }, ...since, '.'],
      [
        isOn
          ? 'Nothing is created, drawn, granted or archived until it ends. Access can still be revoked; approved grants wait.'
          : 'Everything works.',
      ],
    ],
    fields: reason === null ? [] : [{ label: 'Reason', value: [reason] }],
  })
}

/** The reason that was given with the switch; none is known of one that was made past MediKey. */
async function findReason(deps: Deps, event: EventProjection): Promise<string | null> {
  const kind = event.value?.event === 'maintenance-enabled' ? 'maintenance-on' : 'maintenance-off'
  for (const request of await deps.store.findRequests({ kind, status: 'approved', limit: SEARCHED })) {
    const transactions = await deps.store.listTransactions(request.id)
    if (transactions.some(({ txid }) => txid === event.txid)) return request.reason
  }
  return null
}
