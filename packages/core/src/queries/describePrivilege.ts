import type { Deps } from '../Deps.ts'
import { resolveActor } from '../identities/resolveActor.ts'
import { resolvePerson } from '../identities/resolvePerson.ts'
import { formatTimeLeft } from '../input/formatTimeLeft.ts'
import { formatVolume } from '../input/formatVolume.ts'
import { parsePerson } from '../input/parsePerson.ts'
import { parseRecordId } from '../input/parseRecordId.ts'
import { createMessage } from '../messages/createMessage.ts'
import { formatVolumeBar } from '../messages/formatVolumeBar.ts'
import type { Message, Text } from '../messages/Message.ts'
import type { Account } from '../model/Account.ts'
import type { Grant } from '../model/Grant.ts'
import { getKnownRecord } from './getKnownRecord.ts'

/**
 * Whether somebody has access to a record, how much of it is used, until when and by which request.
 *
 * @param options.record, options.staff as typed
 * @throws IdentityError, InvalidInputError or RecordNotFoundError
 * @example
 * const message = await describePrivilege(deps, { account, record: '7', staff: '<@U0NADIA>' })
 */
export async function describePrivilege(
  deps: Deps,
  options: { account: Account; record: string; staff: string },
): Promise<Message> {
  const { account } = options
  const actor = await resolveActor(deps, { account })
  const recordId = parseRecordId(options.record)
  const person = parsePerson(options.staff, { network: deps.settings.network })
  const medicalStaff = await resolvePerson(deps, { person, account })
  const pair = { recordId, medicalStaff }
  const [record, privilege, usage, active, projected] = await Promise.all([
    getKnownRecord(deps, { recordId }),
    deps.ledger.getAccessPrivilege(pair),
    deps.ledger.getStaffUsage(pair),
    deps.store.getActiveGrant(pair),
    deps.store.getPrivilege(pair),
  ])
  // A grant that somebody sent past MediKey may stand in the place of ours. It does not stop our timer: access never
  // outlives what was approved.
  const grant = active !== null && (projected === null || projected.txid === active.txid) ? active : null
  const staff = deps.directory.describe(medicalStaff)
  const title = `Record ${recordId} · ${staff.name}`
  if (medicalStaff === record.physician) {
    return createMessage({
      title,
      tone: 'good',
      paragraphs: [[{ person: staff }, ' is the record’s physician and needs no grant.']],
    })
  }
  if (privilege === null || !privilege.canAccess) {
    return createMessage({ title, paragraphs: [[{ person: staff }, ' has no access to this record.']] })
  }
  return createMessage({
    title,
    tone: 'good',
    fields: [
      { label: 'Used', value: [formatVolumeBar({ part: usage, whole: privilege.accessLimit })] },
      { label: 'Left', value: [formatVolume(privilege.accessLimit - usage)] },
      { label: 'Until', value: describeEnd(active, deps.clock.now()) },
      {
        label: 'By',
        value: grant === null ? describeForeign(active) : ['request ', { code: grant.requestId }],
      },
      ...(record.activeRecord
        ? []
        : [{ label: 'State', value: ['the record is archived: nothing can be drawn'] }]),
    ],
    actions:
      grant === null || grant.endRequestId !== null || actor.principal !== medicalStaff
        ? []
        : [{ kind: 'release', id: grant.requestId }],
  })
}

function describeForeign(replaced: Grant | null): Text {
  return [
    'a grant that MediKey did not send',
    ...(replaced === null ? [] : [', in place of that of request ', { code: replaced.requestId }]),
    ...(replaced?.endsAt ? [': MediKey revokes it when the time of that is over'] : []),
  ]
}

function describeEnd(grant: Grant | null, now: Date): Text {
  if (grant === null || grant.endsAt === null) return ['revoked']
  const left = grant.endsAt.getTime() - now.getTime()
  const time = { time: grant.endsAt.toISOString() }
  return left > 0 ? [time, `, ${formatTimeLeft(left)} left`] : [time, ', and is being revoked']
}
