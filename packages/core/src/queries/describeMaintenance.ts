import type { Deps } from '../Deps.ts'
import { resolveActor } from '../identities/resolveActor.ts'
import { createMessage } from '../messages/createMessage.ts'
import type { Message, Text } from '../messages/Message.ts'
import type { Account } from '../model/Account.ts'

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
  })
}
