import type { Deps } from '../Deps.ts'
import { resolveActor } from '../identities/resolveActor.ts'
import { resolvePerson } from '../identities/resolvePerson.ts'
import { formatVolume } from '../input/formatVolume.ts'
import { parsePerson } from '../input/parsePerson.ts'
import { createMessage } from '../messages/createMessage.ts'
import type { Message } from '../messages/Message.ts'
import type { Account } from '../model/Account.ts'

/**
 * A physician's statistics as the contract keeps them: how many records they answer for, and the volume of those.
 *
 * @param options.whom as typed; the asking person where nobody is named
 * @throws IdentityError or InvalidInputError
 * @example
 * const message = await describeStats(deps, { account, whom: '<@U0ALICE>' })
 */
export async function describeStats(
  deps: Deps,
  options: { account: Account; whom: string },
): Promise<Message> {
  const { account, whom } = options
  const actor = await resolveActor(deps, { account })
  const physician =
    whom.trim() === ''
      ? actor.principal
      : await resolvePerson(deps, { person: parsePerson(whom, { network: deps.settings.network }), account })
  const { recordCount, totalDataManaged } = await deps.ledger.getPhysicianStats({ physician })
  const { name } = deps.directory.describe(physician)
  return createMessage({
    title: `Statistics of ${name}`,
    paragraphs: recordCount === 0n ? [[`${name} is the physician of no record.`]] : [],
    fields: [
      { label: 'Principal', value: [{ code: physician }] },
      { label: 'Records', value: [formatVolume(recordCount)] },
      { label: 'Volume of all', value: [formatVolume(totalDataManaged)] },
    ],
  })
}
