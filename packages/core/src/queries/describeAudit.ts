import type { Deps } from '../Deps.ts'
import { resolveActor } from '../identities/resolveActor.ts'
import { parsePage } from '../input/parsePage.ts'
import { parseRecordId } from '../input/parseRecordId.ts'
import { createMessage } from '../messages/createMessage.ts'
import { describeTimelineEntry } from '../messages/describeTimelineEntry.ts'
import type { Message } from '../messages/Message.ts'
import type { Account } from '../model/Account.ts'
import { requireAuditor } from './requireAuditor.ts'

const PAGE = 10

/**
 * What happened to a record, newest first: the chain's events and MediKey's own trail together.
 *
 * @param options.record, options.page as typed
 * @throws IdentityError, InvalidInputError or RefusalError: nothing about the record was told
 * @example
 * const message = await describeAudit(deps, { account, record: '7', page: '1' })
 */
export async function describeAudit(
  deps: Deps,
  options: { account: Account; record: string; page: string },
): Promise<Message> {
  const actor = await resolveActor(deps, options)
  const recordId = parseRecordId(options.record)
  const page = parsePage(options.page, { example: `/medikey audit ${recordId} 2` })
  await requireAuditor(deps, { actor, recordId })
  const [lines, count] = await Promise.all([
    deps.store.listTimeline({ recordId, offset: (page - 1) * PAGE, limit: PAGE }),
    deps.store.countTimeline({ recordId }),
  ])
  const { directory, settings } = deps
  const pages = Math.max(1, Math.ceil(count / PAGE))
  return createMessage({
    title: `Audit of record ${recordId} · page ${page} of ${pages}`,
    paragraphs:
      lines.length > 0
        ? lines.map((line) => describeTimelineEntry({ line, directory, settings }))
        : [
            [
              count === 0
                ? 'MediKey has not read anything about it from the chain yet. Try again in a moment.'
                : `There is no page ${page}; the last one is ${pages}.`,
            ],
          ],
    footer: page < pages ? [['Older with ', { code: `/medikey audit ${recordId} ${page + 1}` }]] : [],
  })
}
