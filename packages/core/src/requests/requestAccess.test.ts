import { describe, expect, test } from 'vitest'
import {
  type Clinic,
  type ClinicDriver,
  createClinic,
  createRecordedChat,
  driveClinic,
  type Handle,
  people,
  type Told,
} from '../../testing/index.ts'
import { createDirectory } from '../identities/createDirectory.ts'
import { parseAccessInput, type RawAccessInput } from '../input/parseAccessInput.ts'
import { parseRequestInput } from '../input/parseRequestInput.ts'
import type { MessageRef } from '../model/Post.ts'
import { cancelRequest } from './cancelRequest.ts'
import { consentRequest } from './consentRequest.ts'
import { decideRequest } from './decideRequest.ts'
import { expireRequests } from './expireRequests.ts'
import { requestAccess } from './requestAccess.ts'
import { submitRequest } from './submitRequest.ts'

const DAY_MS = 86_400_000

let deliveries = 0
const nextDelivery = () => {
  deliveries += 1
  return `delivery-${deliveries}`
}

const ask = (
  clinic: Clinic,
  options: { by?: Handle | 'mallory'; delivery?: string } & RawAccessInput = {},
) => {
  const { by = 'nadia', delivery = nextDelivery(), ...raw } = options
  const input = parseAccessInput({ record: '1', limit: '500', reason: 'night cover', ...raw })
  return requestAccess(clinic.deps, { account: clinic.account(by), delivery, input })
}

const consent = (
  clinic: Clinic,
  requestId: string,
  options: { by?: Handle; clicked?: MessageRef | 'command' | null; delivery?: string } = {},
) => {
  const { by = 'alice', clicked = 'command', delivery = nextDelivery() } = options
  return consentRequest(clinic.deps, { account: clinic.account(by), delivery, requestId, clicked })
}

const decide = (
  clinic: Clinic,
  requestId: string,
  decision: 'approve' | 'deny',
  options: { by?: Handle; clicked?: MessageRef | 'command' | null } = {},
) =>
  decideRequest(clinic.deps, {
    account: clinic.account(options.by ?? 'cmo'),
    delivery: nextDelivery(),
    requestId,
    decision,
    reason: decision === 'deny' ? 'not on this ward' : null,
    clicked: options.clicked === undefined ? 'command' : options.clicked,
  })

const cancel = (clinic: Clinic, requestId: string) =>
  cancelRequest(clinic.deps, { account: clinic.account('nadia'), delivery: nextDelivery(), requestId })

const statusOf = async (clinic: Clinic, requestId: string) =>
  (await clinic.deps.store.getRequest(requestId))?.status

const directTo = (told: readonly Told[], handle: Handle) =>
  told
    .filter(({ kind, to }) => kind === 'direct' && to === `U0${handle.toUpperCase()}`)
    .map(({ text }) => text)

const include = async (clinic: Clinic, driver: ClinicDriver, requestId: string) => {
  await driver.advance(requestId)
  clinic.ledger.mine()
  clinic.clock.advance(2_000)
  await driver.advance(requestId)
}

test('staff ask for themselves, the physician consents, the CMO approves, and the physician’s key grants', async () => {
  const clinic = createClinic()
  const chat = createRecordedChat(clinic)
  const { request, outcome, message } = await ask(clinic, { duration: '8h' })
  expect(outcome).toBe('submitted')
  expect(JSON.stringify(message)).toContain('waits for the consent of ')
  expect(request).toMatchObject({
    kind: 'grant',
    status: 'awaiting-consent',
    requester: people.nadia,
    medicalStaff: people.nadia,
    physician: people.alice,
    accessLimit: 500n,
    durationMs: 28_800_000,
  })

  const asked = await chat.deliver()
  const [card] = asked.filter(({ kind }) => kind === 'card')
  expect(card?.message.actions.map(({ kind }) => kind)).toEqual(['consent', 'deny'])
  expect(card?.text).toContain('because they are the record’s physician')
  const ref = await clinic.deps.store.getCard({ requestId: request.id, platform: 'slack' })
  const [wanted] = asked.filter(({ to }) => to === 'U0ALICE')
  expect(wanted?.text).toContain(`/medikey approve ${request.id}`)
  expect(wanted?.message.paragraphs.flat()).toContainEqual({ message: { label: 'its card', refs: [ref] } })

  expect(await consent(clinic, request.id, { clicked: ref })).toMatchObject({ outcome: 'consented' })
  const agreed = await chat.deliver()
  const edited = agreed.find(({ kind }) => kind === 'edit')
  expect(edited?.message.actions.map(({ kind }) => kind)).toEqual(['approve', 'deny'])
  expect(agreed.find(({ kind }) => kind === 'thread')?.text).toContain('Consented by alice')
  expect(directTo(agreed, 'nadia')).toEqual([expect.stringContaining('alice consented to your grant')])
  expect(directTo(agreed, 'cmo')).toEqual([expect.stringContaining('waits for your decision')])

  await decide(clinic, request.id, 'approve', { clicked: ref })
  const driver = driveClinic(clinic)
  expect((await driver.last(request.id)).signer).toBe(people.alice)
  await include(clinic, driver, request.id)
  const ended = await chat.deliver()
  expect(directTo(ended, 'nadia')).toEqual([expect.stringContaining('alice granted you access')])
  expect(directTo(ended, 'alice')).toEqual([
    expect.stringContaining('The grant of record 1 for nadia: Access granted'),
  ])
  expect(await driver.eventsOnChain()).toEqual(['medical-access-granted'])
  const audit = await clinic.deps.store.listAudit({ requestId: request.id, limit: 4 })
  expect(audit.map(({ action, actor }) => [action, actor])).toEqual([
    ['request-submitted', people.nadia],
    ['request-consented', people.alice],
    ['request-approved', people.cmo],
    ['transaction-signed', null],
  ])
})

describe('either may deny, and both are told how it ended:', () => {
  test('the physician instead of consenting', async () => {
    const clinic = createClinic()
    const chat = createRecordedChat(clinic)
    const { request } = await ask(clinic)
    await chat.deliver()
    expect(await decide(clinic, request.id, 'deny', { by: 'alice' })).toMatchObject({ outcome: 'decided' })
    const told = await chat.deliver()
    expect(directTo(told, 'nadia')).toEqual([expect.stringContaining('Denied by alice: not on this ward')])
    expect(directTo(told, 'alice')).toEqual([])
    expect(told.find(({ kind }) => kind === 'edit')?.message.actions).toEqual([])
  })

  test('the physician after consenting, as long as nobody approved', async () => {
    const clinic = createClinic()
    const { request } = await ask(clinic)
    await consent(clinic, request.id)
    expect(await decide(clinic, request.id, 'deny', { by: 'alice' })).toMatchObject({ outcome: 'decided' })
    expect(await decide(clinic, request.id, 'approve')).toMatchObject({ outcome: 'already' })
  })

  test.each(['before', 'after'])('the CMO, %s the consent', async (when) => {
    const clinic = createClinic()
    const chat = createRecordedChat(clinic)
    const { request } = await ask(clinic)
    if (when === 'after') await consent(clinic, request.id)
    await chat.deliver()
    expect(await decide(clinic, request.id, 'deny')).toMatchObject({ outcome: 'decided' })
    const told = await chat.deliver()
    expect(directTo(told, 'nadia')).toEqual([expect.stringContaining('Your grant of record 1')])
    expect(directTo(told, 'alice')).toEqual([expect.stringContaining('The grant of record 1')])
  })
})

test('one time runs over consent and decision, and both are told when it is over', async () => {
  const clinic = createClinic()
  const chat = createRecordedChat(clinic)
  const { request } = await ask(clinic)
  clinic.clock.advance(DAY_MS - 1)
  await consent(clinic, request.id)
  await chat.deliver()
  clinic.clock.advance(2)
  expect(await expireRequests(clinic.deps)).toBe(1)
  expect(await statusOf(clinic, request.id)).toBe('expired')
  const told = await chat.deliver()
  expect(directTo(told, 'nadia')).toEqual([expect.stringContaining('Expired')])
  expect(directTo(told, 'alice')).toEqual([expect.stringContaining('Expired')])
})

test('a consent that comes too late lets the request expire', async () => {
  const clinic = createClinic()
  const { request } = await ask(clinic)
  clinic.clock.advance(DAY_MS + 1)
  expect(await consent(clinic, request.id)).toMatchObject({ outcome: 'already' })
  expect(await statusOf(clinic, request.id)).toBe('expired')
})

test('who asked takes it back at either stage, and the physician hears of it', async () => {
  for (const consents of [false, true]) {
    const clinic = createClinic()
    const chat = createRecordedChat(clinic)
    const { request } = await ask(clinic)
    if (consents) await consent(clinic, request.id)
    await chat.deliver()
    expect(await cancel(clinic, request.id)).toMatchObject({ outcome: 'cancelled' })
    expect(directTo(await chat.deliver(), 'alice')).toEqual([expect.stringContaining('Taken back')])
    expect(await consent(clinic, request.id)).toMatchObject({ outcome: 'already' })
  }
})

test('a typed approval of the physician is their consent, and never more than that', async () => {
  const clinic = createClinic()
  const { request } = await ask(clinic)
  expect(await decide(clinic, request.id, 'approve', { by: 'alice' })).toMatchObject({ outcome: 'consented' })
  await expect(decide(clinic, request.id, 'approve', { by: 'alice' })).rejects.toMatchObject({
    code: 'NOT_CMO',
  })
  expect(await statusOf(clinic, request.id)).toBe('pending')
})

test('the CMO cannot approve before the physician consented', async () => {
  const clinic = createClinic()
  const { request } = await ask(clinic)
  const answer = await decide(clinic, request.id, 'approve')
  expect(answer.outcome).toBe('already')
  expect(JSON.stringify(answer.message)).toContain('waiting for the consent')
  expect(await statusOf(clinic, request.id)).toBe('awaiting-consent')
})

test('a CMO who is the record’s physician consents and decides: two clicks, and the evidence says so', async () => {
  const clinic = createClinic()
  const chat = createRecordedChat(clinic)
  const { request } = await ask(clinic, { record: '4' })
  await chat.deliver()
  expect(await consent(clinic, request.id, { by: 'cmo', delivery: 'click' })).toMatchObject({
    outcome: 'consented',
  })
  // The same click once more must not go on to approve.
  expect(await consent(clinic, request.id, { by: 'cmo', delivery: 'click' })).toMatchObject({
    outcome: 'already',
  })
  expect(await consent(clinic, request.id, { by: 'cmo' })).toMatchObject({ outcome: 'already' })
  expect(await statusOf(clinic, request.id)).toBe('pending')
  expect(directTo(await chat.deliver(), 'cmo')).toEqual([])
  expect(await decide(clinic, request.id, 'approve')).toMatchObject({ outcome: 'decided' })
  const audit = await clinic.deps.store.listAudit({ requestId: request.id, limit: 10 })
  expect(audit.at(-1)).toMatchObject({
    action: 'request-approved',
    detail: { exception: expect.stringContaining('somebody else asked') },
  })
})

describe('has one winner when at once', () => {
  type Act = (clinic: Clinic, requestId: string) => Promise<{ outcome: string }>
  const expire: Act = async (clinic, requestId) => {
    await expireRequests(clinic.deps)
    return { outcome: (await statusOf(clinic, requestId)) === 'expired' ? 'expired' : 'already' }
  }
  const late: Act = async (clinic) => {
    clinic.clock.advance(DAY_MS + 1)
    return { outcome: 'already' }
  }
  test.each<[string, Act[]]>([
    ['the physician consents ten times', Array.from({ length: 10 }, () => (c, id) => consent(c, id))],
    ['consent meets the physician’s denial', [consent, (c, id) => decide(c, id, 'deny', { by: 'alice' })]],
    ['consent meets the CMO’s denial', [(c, id) => decide(c, id, 'deny'), consent]],
    ['consent meets the one who asked taking it back', [cancel, consent]],
    ['consent meets the end of the time', [late, expire, consent]],
    [
      'everything happens',
      [consent, cancel, (c, id) => decide(c, id, 'deny'), (c, id) => decide(c, id, 'deny', { by: 'alice' })],
    ],
  ])('%s', async (_, acts) => {
    const clinic = createClinic()
    const { request } = await ask(clinic)
    const outcomes = await Promise.all(acts.map((act) => act(clinic, request.id)))
    expect(outcomes.filter(({ outcome }) => outcome !== 'already')).toHaveLength(1)
    const audit = await clinic.deps.store.listAudit({ requestId: request.id, limit: 10 })
    expect(audit.map(({ action }) => action)).toEqual(['request-submitted', expect.any(String)])
  })
})

test('the same delivery twice makes one request', async () => {
  const clinic = createClinic()
  const first = await ask(clinic, { delivery: 'd' })
  expect((await ask(clinic, { delivery: 'd' })).request.id).toBe(first.request.id)
  expect(await clinic.deps.store.findRequests({ limit: 10 })).toHaveLength(1)
})

test('asking again names the open one; a grant by the physician meets it too, and is told to consent', async () => {
  const clinic = createClinic()
  const { request } = await ask(clinic)
  expect(await ask(clinic, { limit: '5' })).toMatchObject({ outcome: 'already', request: { id: request.id } })
  const input = parseRequestInput(
    { kind: 'grant', record: '1', staff: '<@U0NADIA>', limit: '5', reason: 'cover' },
    { network: 'devnet' },
  )
  const granted = await submitRequest(clinic.deps, { account: clinic.account('alice'), delivery: 'g', input })
  expect(granted).toMatchObject({ outcome: 'already', request: { id: request.id } })
  expect(JSON.stringify(granted.message)).toContain(`/medikey approve ${request.id}`)
})

describe('is refused, and nothing is stored, when', () => {
  test.each<[string, Parameters<typeof ask>[1], string]>([
    ['somebody who is not linked asks', { by: 'mallory' }, 'NOT_LINKED'],
    ['the record’s physician asks: they draw without a grant', { by: 'alice' }, 'OWN_RECORD'],
    ['the CMO asks, whom nobody could approve', { by: 'cmo' }, 'NOBODY_DECIDES'],
    ['there is no such record', { record: '99' }, 'ERR_RECORD_NOT_FOUND'],
    ['the limit is above the record’s volume', { limit: '1001' }, 'LIMIT_ABOVE_VOLUME'],
  ])('%s', async (_, options, code) => {
    const clinic = createClinic()
    await expect(ask(clinic, options)).rejects.toMatchObject({ code })
    expect(await clinic.deps.store.findRequests({ limit: 10 })).toEqual([])
  })

  test('MediKey holds no key of the physician, who would have to sign', async () => {
    const clinic = createClinic({ withoutKeys: ['alice'] })
    await expect(ask(clinic)).rejects.toMatchObject({ code: 'NO_SIGNING_KEY' })
    expect(await clinic.deps.store.findRequests({ limit: 10 })).toEqual([])
  })

  test('the record is archived', async () => {
    const clinic = createClinic()
    clinic.ledger.act({ sender: people.alice, call: { functionName: 'archiveRecord', recordId: 1n } })
    await expect(ask(clinic)).rejects.toMatchObject({ code: 'ERR_RECORD_INACTIVE' })
  })

  test('nobody could consent, because the physician’s only account is on a platform that is not connected', async () => {
    const clinic = createClinic({ undeclared: ['alice'] })
    const accounts = [{ platform: 'discord', workspace: null, userId: '9' }] as const
    const nadia = { platform: 'slack', workspace: null, userId: 'U0NADIA' } as const
    const directory = createDirectory({
      identities: [
        { name: 'alice', principal: people.alice, accounts, source: 'declared' },
        { name: 'nadia', principal: people.nadia, accounts: [nadia], source: 'declared' },
      ],
      workspaces: { slack: 'T0CLINIC' },
    })
    const asking = ask({ ...clinic, deps: { ...clinic.deps, directory } })
    await expect(asking).rejects.toMatchObject({ code: 'PHYSICIAN_NOT_LINKED' })
    expect(await clinic.deps.store.findRequests({ limit: 10 })).toEqual([])
  })

  test('nobody could consent, because the physician has no account', async () => {
    const clinic = createClinic()
    const stranger = 'ST3AM1A56AK2C1XAFJ4115ZSV26EB49BVQ10MGCS0'
    clinic.ledger.act({
      sender: stranger,
      call: { functionName: 'createMedicalRecord', recordCategory: 'oncology', dataVolume: 1000n },
    })
    await expect(ask(clinic, { record: '5' })).rejects.toMatchObject({ code: 'PHYSICIAN_NOT_LINKED' })
  })
})

describe('consent is refused, and the request still waits, when', () => {
  test.each<[string, Handle]>([
    ['another physician gives it', 'ben'],
    ['who asked gives it', 'nadia'],
    ['the CMO gives it', 'cmo'],
  ])('%s', async (_, by) => {
    const clinic = createClinic()
    const { request } = await ask(clinic)
    await expect(consent(clinic, request.id, { by })).rejects.toMatchObject({ code: 'NOT_PHYSICIAN' })
    expect(await statusOf(clinic, request.id)).toBe('awaiting-consent')
  })

  test('the button stands on another message than the card', async () => {
    const clinic = createClinic()
    const { request } = await ask(clinic)
    await expect(consent(clinic, request.id, { clicked: null })).rejects.toMatchObject({
      code: 'FOREIGN_CARD',
    })
  })
})
