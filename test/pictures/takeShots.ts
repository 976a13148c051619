import { signChallenge } from '@medikey/core/testing'
import type { Chat, Member, Seen, TypedCommand } from '../chat/Chat.ts'
import { doOwnWork } from '../chat/doOwnWork.ts'
import { waitUntil } from '../harness/waitUntil.ts'
import { toDisplayName } from './names.ts'
import type { Shot } from './Shot.ts'

const WITHIN_MS = 10_000

/**
 * Plays what a new user does first, on any platform: proves who they are, looks at a record, asks for access, gets it,
 * uses it, gives it back and reads the audit.
 */
export async function takeShots(chat: Chat): Promise<Shot[]> {
  const shots: Shot[] = []

  async function type(by: Member, command: TypedCommand): Promise<Seen> {
    const earlier = new Set(chat.shownTo(by).map(({ id }) => id))
    await chat.command({ by, command })
    return waitUntil({
      what: `an answer to ${by}`,
      withinMs: WITHIN_MS,
      look: () => chat.shownTo(by).find(({ id }) => !earlier.has(id)),
    })
  }

  /** Keeps what is seen as it stands now. */
  function shoot(name: string, by: Member, { seen, typed }: { seen: Seen; typed: string | null }): void {
    shots.push({
      name,
      by: toDisplayName(by),
      channel: typed === null ? 'approvals' : 'ward',
      typed,
      seen: { ...seen, native: structuredClone(seen.native) },
      isPrivate: typed !== null,
    })
  }

  async function ask(name: string, by: Member, command: TypedCommand): Promise<Seen> {
    const seen = await type(by, command)
    const typed = ['/medikey', command.subcommand, ...command.values.map(({ text }) => text)].join(' ')
    shoot(name, by, { seen, typed })
    return seen
  }

  function getCard(): Seen {
    const card = chat.cards().at(-1)
    if (card === undefined) throw new Error('There is no card.')
    return card
  }

  async function click(by: Member, on: Seen, kind: string): Promise<Seen> {
    const button = on.buttons.find((one) => one.kind === kind)
    if (button === undefined) throw new Error(`There is no button to ${kind} in: ${on.text}`)
    const earlier = new Set(chat.shownTo(by).map(({ id }) => id))
    await chat.click({ by, on, button })
    return waitUntil({
      what: `an answer to ${by}`,
      withinMs: WITHIN_MS,
      look: () => chat.shownTo(by).find(({ id }) => !earlier.has(id)),
    })
  }

  const to = (subcommand: string, parts: Readonly<Record<string, string>> = {}): TypedCommand => ({
    subcommand,
    values: Object.entries(parts).map(([name, text]) => ({ name, text })),
  })
  async function pass(minutes: number): Promise<void> {
    await doOwnWork(chat, { hours: minutes / 60 })
    // What was sent stands on chain, and is told.
    await doOwnWork(chat, { hours: 0 })
  }

  await pass(0)
  const challenge = await ask('1-link', 'nadia', to('link'))
  await type('nadia', to('link', await signChallenge({ shown: challenge.text, handle: 'nadia' })))
  await pass(2)
  await ask('2-record', 'alice', to('record', { record: '1' }))
  const grant = {
    record: '1',
    staff: '@nadia',
    limit: '500',
    duration: '8h',
    reason: 'night shift on ward 3',
  }
  await type('alice', to('grant', grant))
  await pass(1)
  shoot('3-ask', 'cmo', { seen: getCard(), typed: null })
  await click('cmo', getCard(), 'approve')
  await pass(4)
  shoot('4-approve', 'cmo', { seen: getCard(), typed: null })
  const draw = await type('nadia', to('access', { record: '1', volume: '120', purpose: 'medication check' }))
  await click('nadia', draw, 'confirm')
  await pass(1)
  await pass(75)
  await ask('5-use', 'alice', to('record', { record: '1' }))
  const [granted] = await chat.clinic.deps.store.findRequests({ kind: 'grant', limit: 1 })
  await ask('6-release', 'nadia', to('release', { request: granted?.id ?? '' }))
  await pass(1)
  await ask('7-audit', 'alice', to('audit', { record: '1' }))
  return shots
}
