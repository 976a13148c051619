import type { Deps } from '../Deps.ts'
import { resolveActor } from '../identities/resolveActor.ts'
import { formatVolume } from '../input/formatVolume.ts'
import { parseRecordId } from '../input/parseRecordId.ts'
import { createMessage } from '../messages/createMessage.ts'
import { describeEvent } from '../messages/describeEvent.ts'
import { formatVolumeBar } from '../messages/formatVolumeBar.ts'
import type { Message, Span } from '../messages/Message.ts'
import type { Account } from '../model/Account.ts'
import { getKnownRecord } from './getKnownRecord.ts'

const SHOWN_PRIVILEGES = 15
const SHOWN_EVENTS = 5

/**
 * The card of a record: its terms and volume as the chain has them now, who has access, and the last events.
 *
 * @param options.record as typed
 * @throws IdentityError, InvalidInputError or RecordNotFoundError
 * @example
 * const message = await describeRecord(deps, { account, record: '7' })
 */
export async function describeRecord(
  deps: Deps,
  options: { account: Account; record: string },
): Promise<Message> {
  await resolveActor(deps, options)
  const recordId = parseRecordId(options.record)
  const [record, privileges, events] = await Promise.all([
    getKnownRecord(deps, { recordId }),
    deps.store.listPrivileges(recordId),
    deps.store.listRecordEvents({ recordId, limit: SHOWN_EVENTS }),
  ])
  const { directory } = deps
  const shown = privileges.slice(0, SHOWN_PRIVILEGES)
  const hidden = privileges.length - shown.length
  const grants = await Promise.all(shown.map((privilege) => deps.store.getActiveGrant(privilege)))
  return createMessage({
    title: `Record ${recordId}`,
    tone: record.activeRecord ? 'good' : 'neutral',
    paragraphs: [
      [{ bold: 'Category' }, ` ${record.recordCategory === '' ? 'none' : record.recordCategory}`],
      [{ bold: 'Physician' }, ' ', { person: directory.describe(record.physician) }],
      [{ bold: 'State' }, record.activeRecord ? ' active' : ' archived: nothing can be drawn or granted'],
      [{ bold: 'Volume' }, ` ${formatVolumeBar({ part: record.accessedVolume, whole: record.dataVolume })}`],
      [{ bold: privileges.length === 0 ? 'Nobody but the physician has access' : 'Who has access' }],
      ...shown.map((privilege, index) => [
        { person: directory.describe(privilege.medicalStaff) },
        `: ${formatVolume(privilege.usage)} of ${formatVolume(privilege.accessLimit)} used, since `,
        { time: privilege.grantedAt.toISOString() },
        ...describeEnd(grants[index]?.endsAt ?? null),
      ]),
      ...(hidden > 0 ? [[`and ${hidden} more`]] : []),
      ...(events.length === 0
        ? []
        : [[{ bold: 'Last events' }], ...events.map((event) => describeEvent({ event, directory }))]),
    ],
  })
}

function describeEnd(endsAt: Date | null): Span[] {
  return endsAt === null ? [', until revoked'] : [', until ', { time: endsAt.toISOString() }]
}
