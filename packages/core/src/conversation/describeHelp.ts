import type { Deps } from '../Deps.ts'
import { findIdentities } from '../identities/findIdentities.ts'
import { resolveActor } from '../identities/resolveActor.ts'
import { createMessage } from '../messages/createMessage.ts'
import type { Message, Text } from '../messages/Message.ts'
import type { Account } from '../model/Account.ts'
import type { Platform } from '../model/Platform.ts'
import type { Subcommand } from './Subcommand.ts'

const HEADINGS: Readonly<Record<Subcommand['group'], string>> = {
  decide: 'Decide what waits for you',
  watch: 'Watch',
  respond: 'Answer alerts',
  look: 'Look',
  ask: 'Ask for access: to a record of yours, or for yourself',
  act: 'Act on the chain, with your own key',
  identity: 'Who you are',
}

/**
 * What the asking person may do, for their role; somebody who is not linked learns how to be.
 *
 * @throws NodeUnreachableError and other retryable errors: who is CMO is asked of the chain
 * @example
 * const message = await describeHelp(deps, { account, subcommands })
 */
export async function describeHelp(
  deps: Deps,
  options: { account: Account; subcommands: readonly Subcommand[] },
): Promise<Message> {
  const { account, subcommands } = options
  if ((await findIdentities(deps, { account })).length === 0) {
    return createMessage({
      title: 'MediKey',
      paragraphs: [
        ['MediKey governs access to medical records whose rules live on the Stacks blockchain.'],
        [
          'You are not linked to a Stacks principal yet. Prove yours with ',
          { code: '/medikey link' },
          ', or ask your MediKey administrator to link you; ',
          { code: '/medikey whoami' },
          ' shows the id they need.',
        ],
      ],
    })
  }
  const actor = await resolveActor(deps, { account })
  // The CMO decides, and physicians consent where somebody asks for access to a record of theirs.
  const isOfficer = await deps.ledger.isChiefMedicalOfficer({ user: actor.principal })
  const isPhysician = (await deps.store.countRecords({ physician: actor.principal })) > 0
  const isFor: Readonly<Partial<Record<Subcommand['group'], boolean>>> = {
    decide: isOfficer || isPhysician,
    watch: isOfficer || deps.settings.auditors.includes(actor.principal),
    respond: isOfficer,
  }
  const groups = (Object.keys(HEADINGS) as Subcommand['group'][]).filter((group) => isFor[group] ?? true)
  return createMessage({
    title: 'What you may do',
    paragraphs: groups.flatMap((group) => {
      const lines = subcommands
        .filter((subcommand) => subcommand.group === group)
        .map((subcommand) => describe(subcommand, account.platform))
      return lines.length === 0 ? [] : [[{ bold: HEADINGS[group] }], ...lines]
    }),
  })
}

/** Where a platform asks for each part of a command by its name, a line to type would mislead. */
function describe({ name, example, summary }: Subcommand, platform: Platform): Text {
  return [{ code: `/medikey ${platform === 'discord' ? name : example}` }, ` ${summary}`]
}
