import type { Deps } from '../Deps.ts'
import { resolveActor } from '../identities/resolveActor.ts'
import { resolvePerson } from '../identities/resolvePerson.ts'
import { parsePage } from '../input/parsePage.ts'
import { parsePerson } from '../input/parsePerson.ts'
import { createMessage } from '../messages/createMessage.ts'
import { formatVolumeBar } from '../messages/formatVolumeBar.ts'
import type { Message } from '../messages/Message.ts'
import type { Account } from '../model/Account.ts'

const PAGE = 10

/**
 * A page of records, newest first.
 *
 * @param options.of `all`, `mine`, or a person as typed
 * @param options.page from 1
 * @throws IdentityError or InvalidInputError
 * @example
 * const message = await describeRecords(deps, { account, of: 'mine', page: '1' })
 */
export async function describeRecords(
  deps: Deps,
  options: { account: Account; of: string; page: string },
): Promise<Message> {
  const { account, of } = options
  const actor = await resolveActor(deps, { account })
  const page = parsePage(options.page, { example: '/medikey records mine 2' })
  const physician =
    of === 'all'
      ? undefined
      : of === 'mine'
        ? actor.principal
        : await resolvePerson(deps, { person: parsePerson(of, { network: deps.settings.network }), account })
  const filter = physician === undefined ? {} : { physician }
  const [records, count] = await Promise.all([
    deps.store.listRecords({ ...filter, offset: (page - 1) * PAGE, limit: PAGE }),
    deps.store.countRecords(filter),
  ])
  const pages = Math.max(1, Math.ceil(count / PAGE))
  const whose = physician === undefined ? 'Records' : `Records of ${deps.directory.describe(physician).name}`
  return createMessage({
    title: `${whose} · page ${page} of ${pages}`,
    paragraphs:
      records.length === 0
        ? [[count === 0 ? 'There are none yet.' : `There is no page ${page}; the last one is ${pages}.`]]
        : records.map((record) => [
            { bold: `${record.recordId}` },
            ` ${record.recordCategory} · `,
            { person: deps.directory.describe(record.physician) },
            ` · ${formatVolumeBar({ part: record.accessedVolume, whole: record.dataVolume })}${record.activeRecord ? '' : ' · archived'}`,
          ]),
    footer: records.length === PAGE && page < pages ? [['More with page ', { code: `${page + 1}` }]] : [],
  })
}
