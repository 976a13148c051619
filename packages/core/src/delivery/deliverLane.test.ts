import { beforeEach, describe, expect, test } from 'vitest'
import { type Clinic, createClinic, people, sampleAction, sampleMessage } from '../../testing/index.ts'
import { MessengerError } from '../errors/MessengerError.ts'
import { parseRequestInput } from '../input/parseRequestInput.ts'
import type { Message } from '../messages/Message.ts'
import type { Lane, MessageRef } from '../model/Post.ts'
import type { Messenger } from '../ports/Messenger.ts'
import { decideRequest } from '../requests/decideRequest.ts'
import { submitRequest } from '../requests/submitRequest.ts'
import { CLAIM_MS, deliverLane } from './deliverLane.ts'

type Call = { kind: keyof Messenger; key: string; to: string; message: Message; maybePosted?: boolean }

/** Notes what would be posted; `fail` makes the next calls fail. */
function createNotingMessenger() {
  const calls: Call[] = []
  const failures: Error[] = []
  const note = (call: Call): MessageRef => {
    calls.push(call)
    const failure = failures.shift()
    if (failure !== undefined) throw failure
    return { platform: 'slack', workspace: 'T0CLINIC', channel: call.to, messageId: call.key }
  }
  const messenger: Messenger = {
    platform: 'slack',
    postCard: async ({ key, message, userId, maybePosted }) =>
      note({ kind: 'postCard', key, to: userId ?? 'C0APPROVE', message, maybePosted }),
    updateCard: async ({ key, message, ref }) =>
      void note({ kind: 'updateCard', key, to: ref.channel, message }),
    postThread: async ({ key, message, ref, maybePosted }) =>
      note({ kind: 'postThread', key, to: ref.messageId, message, maybePosted }),
    notifyUser: async ({ key, message, userId, maybePosted }) =>
      note({ kind: 'notifyUser', key, to: userId, message, maybePosted }),
    postAlert: async ({ key, message, maybePosted }) =>
      note({ kind: 'postAlert', key, to: 'C0ALERTS', message, maybePosted }),
    postDigest: async ({ key, message, maybePosted }) =>
      note({ kind: 'postDigest', key, to: 'C0ALERTS', message, maybePosted }),
  }
  return { messenger, calls, failures }
}

let clinic: Clinic
let lane: Lane
let requestId: string

beforeEach(async () => {
  clinic = createClinic()
  const input = parseRequestInput(
    { kind: 'grant', record: '1', staff: '<@U0NADIA>', limit: '500', reason: 'ward round' },
    { network: 'devnet' },
  )
  const { request } = await submitRequest(clinic.deps, {
    account: clinic.account('alice'),
    delivery: 'ask',
    input,
  })
  requestId = request.id
  lane = { subject: { requestId }, platform: 'slack' }
})

const decide = (decision: 'approve' | 'deny') =>
  decideRequest(clinic.deps, {
    account: clinic.account('cmo'),
    delivery: decision,
    requestId,
    decision,
    reason: 'not her ward',
    clicked: 'command',
  })

describe('the card of an action of one’s own', () => {
  const ACTION: Lane = { subject: { requestId: 'draw' }, platform: 'slack' }
  const addCard = (recipient: string) =>
    clinic.deps.store.transaction(async (unit) => {
      await unit.insertRequest(sampleAction({ id: 'draw', status: 'approved', requester: recipient }))
      const post = { id: 'card-draw-slack', lane: ACTION, kind: 'card', message: null } as const
      await unit.addPosts([{ ...post, recipient, at: clinic.clock.now() }])
    })

  test('goes to its person, and is edited there', async () => {
    await addCard(people.nadia)
    const { messenger, calls } = createNotingMessenger()
    await deliverLane(clinic.deps, { lane: ACTION, messenger })
    await clinic.deps.store.transaction((unit) =>
      unit.touchCards({ requestId: 'draw', at: clinic.clock.now() }),
    )
    await deliverLane(clinic.deps, { lane: ACTION, messenger })
    expect(calls.map(({ kind, to }) => [kind, to])).toEqual([
      ['postCard', 'U0NADIA'],
      ['updateCard', 'U0NADIA'],
    ])
  })

  test('that finds nobody is given up, with evidence, and never lands in the channel', async () => {
    await addCard('ST3AM1A56AK2C1XAFJ4115ZSV26EB49BVQ10MGCS0')
    const { messenger, calls } = createNotingMessenger()
    const [delivery] = await deliverLane(clinic.deps, { lane: ACTION, messenger })
    expect(delivery?.outcome).toMatchObject({ failed: expect.any(String) })
    expect(calls).toEqual([])
    expect(await clinic.deps.store.listAudit({ requestId: 'draw', limit: 10 })).toMatchObject([
      { action: 'card-undeliverable' },
    ])
  })
})

test('posts the card with its buttons once, and edits it in place after the decision', async () => {
  const { messenger, calls } = createNotingMessenger()
  await deliverLane(clinic.deps, { lane, messenger })
  await deliverLane(clinic.deps, { lane, messenger })
  expect(calls.map(({ kind }) => kind)).toEqual(['postCard'])
  expect(calls[0]?.message.actions).toEqual([
    { kind: 'approve', id: requestId },
    { kind: 'deny', id: requestId },
  ])

  await decide('deny')
  await deliverLane(clinic.deps, { lane, messenger })
  expect(calls.slice(1).map(({ kind, to }) => [kind, to])).toEqual([
    ['updateCard', 'C0APPROVE'],
    ['postThread', `card-${requestId}-slack`],
    ['notifyUser', 'U0ALICE'],
  ])
  expect(calls[1]?.message.actions).toEqual([])
  expect(JSON.stringify(calls[3]?.message)).toContain('not her ward')
})

test('the card says who is asked and why, and the allowance that stands', async () => {
  const { messenger, calls } = createNotingMessenger()
  await deliverLane(clinic.deps, { lane, messenger })
  const shown = JSON.stringify(calls[0]?.message)
  expect(shown).toContain('because they are the Chief Medical Officer')
  expect(shown).toContain(people.nadia)
  expect(shown).toContain('no access')
})

test('several processes at once post a card once', async () => {
  const { messenger, calls } = createNotingMessenger()
  await Promise.all(Array.from({ length: 6 }, () => deliverLane(clinic.deps, { lane, messenger })))
  expect(calls.map(({ kind }) => kind)).toEqual(['postCard'])
})

test('a request that is decided before its card was posted gets the decided card, without buttons', async () => {
  const { messenger, calls } = createNotingMessenger()
  await decide('approve')
  await deliverLane(clinic.deps, { lane, messenger })
  expect(calls.map(({ kind }) => kind)).toEqual(['postCard', 'postThread'])
  expect(calls[0]?.message.actions).toEqual([])
})

describe('when the platform', () => {
  const failure = (options: { retryAfterMs: number | null; ambiguous?: boolean }) =>
    new MessengerError({
      platform: 'slack',
      shortMessage: 'Slack did not take it.',
      ambiguous: false,
      ...options,
    })

  test('asks to wait, the post waits that long and is tried again', async () => {
    const { messenger, calls, failures } = createNotingMessenger()
    failures.push(failure({ retryAfterMs: 30_000 }))
    await deliverLane(clinic.deps, { lane, messenger })
    clinic.clock.advance(29_999)
    await deliverLane(clinic.deps, { lane, messenger })
    expect(calls).toHaveLength(1)
    clinic.clock.advance(1)
    await deliverLane(clinic.deps, { lane, messenger })
    expect(calls).toHaveLength(2)
  })

  test('may have posted unseen, the next try looks for it first', async () => {
    const { messenger, calls, failures } = createNotingMessenger()
    failures.push(failure({ retryAfterMs: 0, ambiguous: true }))
    await deliverLane(clinic.deps, { lane, messenger })
    clinic.clock.advance(1_000)
    await deliverLane(clinic.deps, { lane, messenger })
    expect(calls.map(({ maybePosted, key }) => [maybePosted, key])).toEqual([
      [false, `card-${requestId}-slack`],
      [true, `card-${requestId}-slack`],
    ])
  })

  test('will never take it, the lane goes on without it', async () => {
    const { messenger, calls, failures } = createNotingMessenger()
    await deliverLane(clinic.deps, { lane, messenger })
    await decide('deny')
    failures.push(failure({ retryAfterMs: null }))
    const deliveries = await deliverLane(clinic.deps, { lane, messenger })
    expect(deliveries[0]?.outcome).toEqual({ failed: 'Slack did not take it.' })
    expect(calls.at(-1)?.kind).toBe('notifyUser')
  })
})

test('a card that cannot be posted at all is told to who asked, once', async () => {
  const { messenger, calls, failures } = createNotingMessenger()
  const refused = () =>
    new MessengerError({
      platform: 'slack',
      shortMessage: 'No such channel.',
      retryAfterMs: null,
      ambiguous: false,
    })
  failures.push(refused())
  await deliverLane(clinic.deps, { lane, messenger })
  expect(calls.map(({ kind, to }) => [kind, to])).toEqual([
    ['postCard', 'C0APPROVE'],
    ['notifyUser', 'U0ALICE'],
  ])
  failures.push(refused())
  await decide('approve')
  await deliverLane(clinic.deps, { lane, messenger })
  expect(calls.slice(2).map(({ kind }) => kind)).toEqual(['postCard'])
})

test('a process that died while posting is taken over, and the next one looks for its message first', async () => {
  const { messenger, calls } = createNotingMessenger()
  const now = clinic.clock.now()
  await clinic.deps.store.claimPost({ lane, now, staleBefore: new Date(now.getTime() - CLAIM_MS) })
  await deliverLane(clinic.deps, { lane, messenger })
  expect(calls).toEqual([])
  clinic.clock.advance(CLAIM_MS + 1)
  await deliverLane(clinic.deps, { lane, messenger })
  expect(calls).toMatchObject([{ kind: 'postCard', maybePosted: true }])
})

test('somebody without an account on the platform breaks nothing', async () => {
  const { messenger, calls } = createNotingMessenger()
  const deps = { ...clinic.deps, directory: { ...clinic.deps.directory, findAccount: () => null } }
  await decideRequest(deps, {
    account: clinic.account('cmo'),
    delivery: 'deny',
    requestId,
    decision: 'deny',
    reason: 'no',
    clicked: 'command',
  })
  await deliverLane(deps, { lane, messenger })
  expect(calls.map(({ kind }) => kind)).toEqual(['postCard', 'postThread'])
})

test('somebody who linked in another process a moment ago is found', async () => {
  const { messenger, calls } = createNotingMessenger()
  const { principal, account } = { principal: 'ST1LATE', account: clinic.account('mallory') }
  const about = { subject: { principal }, platform: 'slack' } as const
  await clinic.deps.store.transaction(async (unit) => {
    await unit.putLink({ account, principal, linkedAt: clinic.clock.now() })
    await unit.addPosts([
      {
        id: 'late',
        lane: about,
        kind: 'direct',
        recipient: principal,
        message: sampleMessage(),
        at: clinic.clock.now(),
      },
    ])
  })
  await deliverLane(clinic.deps, { lane: about, messenger })
  expect(calls).toMatchObject([{ kind: 'notifyUser', to: account.userId }])
})

test('a chain that cannot be reached does not keep a card from being shown', async () => {
  const { messenger, calls } = createNotingMessenger()
  const { NodeUnreachableError } = await import('@medikey/contract-client')
  clinic.ledger.disturbReads(() => {
    throw new NodeUnreachableError({ route: '/v2', problem: 'refused' })
  })
  await deliverLane(clinic.deps, { lane, messenger })
  expect(calls.map(({ kind }) => kind)).toEqual(['postCard'])
})
