import type { Deps } from '../Deps.ts'
import { resolveActor } from '../identities/resolveActor.ts'
import { createMessage } from '../messages/createMessage.ts'
import type { Message, Text } from '../messages/Message.ts'
import type { Account } from '../model/Account.ts'

const READS: readonly Text[] = [
  [{ code: '/medikey record 7' }, ' shows a record: volume, state, who has access, last events'],
  [
    { code: '/medikey records mine' },
    ' lists records, newest first; also ',
    { code: 'records' },
    ' and ',
    { code: 'records of @alice' },
  ],
  [
    { code: '/medikey privilege 7 @nadia' },
    ' tells whether somebody has access, how much, and by which request',
  ],
  [{ code: '/medikey whoami' }, ' tells which principal you are'],
]
const ASKS: readonly Text[] = [
  [
    { code: '/medikey grant 7 @nadia 500 for 8h ward round' },
    ' asks for access to one of your records; leave ',
    { code: 'for 8h' },
    ' out for no end, or leave parts out to get a form',
  ],
  [{ code: '/medikey revoke 7 @nadia shift is over' }, ' asks to take access away'],
  [
    { code: '/medikey pending' },
    ' lists your open requests; ',
    { code: '/medikey cancel <request>' },
    ' takes one back',
  ],
]
const DECIDES: readonly Text[] = [
  [{ code: '/medikey pending' }, ' lists what waits for your decision'],
  [
    { code: '/medikey approve <request>' },
    ' and ',
    { code: '/medikey deny <request> <reason>' },
    ' decide, like the buttons on the card',
  ],
]

/**
 * What the asking person may do, for their role; somebody who is not linked learns how to be.
 *
 * @throws NodeUnreachableError and other retryable errors: who is CMO is asked of the chain
 * @example
 * const message = await describeHelp(deps, { account })
 */
export async function describeHelp(deps: Deps, options: { account: Account }): Promise<Message> {
  if (deps.directory.findByAccount(options.account).length === 0) {
    return createMessage({
      title: 'MediKey',
      paragraphs: [
        ['MediKey governs access to medical records whose rules live on the Stacks blockchain.'],
        [
          'You are not linked to a Stacks principal yet. Ask your MediKey administrator to link you; ',
          { code: '/medikey whoami' },
          ' shows the id they need.',
        ],
      ],
    })
  }
  const actor = resolveActor(deps, options)
  const isApprover = await deps.ledger.isChiefMedicalOfficer({ user: actor.principal })
  return createMessage({
    title: 'What you may do',
    paragraphs: [
      ...(isApprover ? [[{ bold: 'Decide, as the Chief Medical Officer' }], ...DECIDES] : []),
      [{ bold: 'Look' }],
      ...READS,
      [{ bold: 'Ask, as the physician of a record' }],
      ...ASKS,
    ],
  })
}
