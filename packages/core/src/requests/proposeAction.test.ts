import { beforeEach, describe, expect, test } from 'vitest'
import {
  type Clinic,
  type ClinicDriver,
  createClinic,
  createRecordedChat,
  driveClinic,
  driveLinks,
  type Handle,
  people,
  type RecordedChat,
} from '../../testing/index.ts'
import { followOnce } from '../follower/followOnce.ts'
import { parseActionInput, type RawActionInput } from '../input/parseActionInput.ts'
import type { ActionKind } from '../model/ActionRequest.ts'
import { describeHome } from '../queries/describeHome.ts'
import { cancelRequest } from './cancelRequest.ts'
import { confirmAction } from './confirmAction.ts'
import { expireRequests } from './expireRequests.ts'
import { proposeAction } from './proposeAction.ts'

const CONFIRM_MS = 600_000
const WHOLE: RawActionInput = {
  record: '1',
  volume: '50',
  category: 'oncology',
  purpose: 'follow-up',
  reason: 'no longer needed',
}

let clinic: Clinic
let chat: RecordedChat
let drive: ClinicDriver
beforeEach(() => {
  clinic = createClinic()
  chat = createRecordedChat(clinic)
  drive = driveClinic(clinic)
})

const propose = (
  kind: ActionKind,
  by: Handle | 'mallory',
  raw: RawActionInput = {},
  delivery = `${Math.random()}`,
) =>
  proposeAction(clinic.deps, {
    account: clinic.account(by),
    delivery,
    terms: parseActionInput({ ...WHOLE, ...raw }, { kind }),
  })

const confirm = (requestId: string, by: Handle, delivery = `${Math.random()}`) =>
  confirmAction(clinic.deps, { account: clinic.account(by), delivery, requestId })

const statusOf = async (requestId: string) => (await clinic.deps.store.getRequest(requestId))?.status

/** Prepares, confirms and sends; answers the request's id. */
async function send(kind: ActionKind, by: Handle, raw: RawActionInput = {}): Promise<string> {
  const { request } = await propose(kind, by, raw)
  await confirm(request.id, by)
  await drive.advance(request.id)
  return request.id
}

const grantToNadia = () =>
  clinic.ledger.act({
    sender: people.alice,
    call: { functionName: 'grantMedicalAccess', recordId: 1n, medicalStaff: people.nadia, accessLimit: 100n },
  })

describe('asks to confirm exactly what would be sent, and sends nothing yet:', () => {
  test.each<[ActionKind, Handle, string, string]>([
    [
      'create',
      'alice',
      'create-medical-record (record-category "oncology") (data-volume u50)',
      'cannot be undone',
    ],
    ['access', 'nadia', 'access-medical-data (record-id u1) (access-volume u50)', 'cannot be undone'],
    ['archive', 'alice', 'archive-record (record-id u1)', 'cannot be undone'],
    ['maintenance-on', 'cmo', 'enable-maintenance', 'Until maintenance ends'],
  ])('%s', async (kind, by, call, consequence) => {
    grantToNadia()
    const { request, message } = await propose(kind, by)
    expect(message.actions).toEqual([
      { kind: 'confirm', id: request.id },
      { kind: 'cancel', id: request.id },
    ])
    const text = JSON.stringify(message)
    for (const part of [
      JSON.stringify(call).slice(1, -1),
      consequence,
      people[by],
      clinic.deps.settings.contract,
    ])
      expect(text).toContain(part)
    expect(await statusOf(request.id)).toBe('unconfirmed')
    expect(await clinic.deps.store.listTransactions(request.id)).toEqual([])
    expect(await chat.deliver()).toEqual([])
  })
})

test('a confirmed draw is sent by the person’s own key and followed on a card that only they see', async () => {
  grantToNadia()
  const { request } = await propose('access', 'nadia')
  expect(await confirm(request.id, 'nadia')).toMatchObject({ outcome: 'confirmed' })
  expect(await drive.last(request.id)).toMatchObject({ status: 'queued', signer: people.nadia })
  expect(await chat.deliver()).toMatchObject([
    { kind: 'card', to: 'U0NADIA', text: expect.stringContaining('Confirmed, about to be sent') },
  ])

  await drive.advance(request.id)
  clinic.ledger.mine()
  clinic.clock.advance(2_000)
  await drive.advance(request.id)
  const included = await chat.deliver()
  expect(included.map(({ kind, to }) => [kind, to])).toEqual([
    ['edit', 'U0NADIA'],
    ['direct', 'U0NADIA'],
  ])
  expect(included[1]?.text).toContain('Your draw of 50 from record 1: 50 drawn, on chain')
  expect(await drive.eventsOnChain()).toEqual(['medical-access-granted', 'medical-data-accessed'])

  clinic.ledger.advanceTenure(2)
  clinic.clock.advance(10_000)
  await drive.advance(request.id)
  expect(await chat.deliver()).toMatchObject([
    { kind: 'edit', text: expect.stringContaining('final on chain') },
  ])
  const audit = await clinic.deps.store.listAudit({ requestId: request.id, limit: 10 })
  expect(audit[0]).toMatchObject({
    action: 'request-submitted',
    detail: { kind: 'access', volume: '50', reason: 'follow-up' },
  })
  expect(audit[1]).toMatchObject({ action: 'request-confirmed', actor: people.nadia })
})

test('a new record’s card tells its number once the chain gave it one', async () => {
  const id = await send('create', 'ben')
  clinic.ledger.mine()
  clinic.clock.advance(2_000)
  await drive.advance(id)
  await chat.deliver()
  await followOnce(clinic.deps)
  expect(await clinic.deps.store.getRequest(id)).toMatchObject({ recordId: 5n })
  expect(await chat.deliver()).toMatchObject([
    { kind: 'edit', text: expect.stringContaining('Record 5 created') },
  ])
})

test('confirming twice, at once or by the same click, sends once', async () => {
  const { request } = await propose('archive', 'alice')
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => confirm(request.id, 'alice')))
  expect(outcomes.filter(({ outcome }) => outcome === 'confirmed')).toHaveLength(1)
  expect(await confirm(request.id, 'alice', 'click')).toMatchObject({ outcome: 'already' })
  expect(await confirm(request.id, 'alice', 'click')).toMatchObject({ outcome: 'already' })
  expect(await clinic.deps.store.listTransactions(request.id)).toHaveLength(1)
})

describe('has one winner when at once', () => {
  const cancel = (requestId: string) =>
    cancelRequest(clinic.deps, {
      account: clinic.account('alice'),
      delivery: `${Math.random()}`,
      requestId,
    })
  test.each<[string, (requestId: string) => Promise<unknown>]>([
    ['confirming meets taking it back', cancel],
    ['confirming meets the end of its time', () => expireRequests(clinic.deps)],
  ])('%s', async (_, meanwhile) => {
    for (const isFirst of [true, false]) {
      const { request } = await propose('archive', 'alice')
      clinic.clock.advance(CONFIRM_MS)
      const act = () => confirm(request.id, 'alice')
      await Promise.all(isFirst ? [act(), meanwhile(request.id)] : [meanwhile(request.id), act()])
      const isSent = (await statusOf(request.id)) === 'approved'
      expect(await clinic.deps.store.listTransactions(request.id)).toHaveLength(isSent ? 1 : 0)
      expect(await clinic.deps.store.listAudit({ requestId: request.id, limit: 10 })).toHaveLength(2)
    }
  })
})

test('the same delivery twice prepares one action, and asks again', async () => {
  const first = await propose('archive', 'alice', {}, 'd')
  const second = await propose('archive', 'alice', {}, 'd')
  expect(second).toEqual(first)
  await confirm(first.request.id, 'alice')
  const third = await propose('archive', 'alice', {}, 'd')
  expect(JSON.stringify(third.message)).toContain('was already confirmed')
  expect(await clinic.deps.store.findRequests({ limit: 10 })).toHaveLength(1)
})

test('only who prepared it confirms or cancels it', async () => {
  const { request } = await propose('archive', 'alice')
  await expect(confirm(request.id, 'cmo')).rejects.toMatchObject({ code: 'NOT_REQUESTER' })
  const cancel = (by: Handle) =>
    cancelRequest(clinic.deps, { account: clinic.account(by), delivery: `c-${by}`, requestId: request.id })
  await expect(cancel('cmo')).rejects.toMatchObject({ code: 'NOT_REQUESTER' })
  expect(await cancel('alice')).toMatchObject({ outcome: 'cancelled' })
  expect(await confirm(request.id, 'alice')).toMatchObject({ outcome: 'already' })
  expect(await clinic.deps.store.listTransactions(request.id)).toEqual([])
  expect(await chat.deliver()).toEqual([])
})

test('whoever has accounts in several workspaces follows it in the one where they confirmed it', async () => {
  clinic = createClinic({ undeclared: ['alice'] })
  chat = createRecordedChat(clinic)
  const links = driveLinks(clinic)
  const [one, two] = [
    { platform: 'slack', workspace: 'T0ONE', userId: 'U0ONE' },
    { platform: 'slack', workspace: 'T0TWO', userId: 'U0TWO' },
  ] as const
  await links.link(one, 'alice')
  await links.link(two, 'alice')
  const terms = parseActionInput(WHOLE, { kind: 'archive' })
  const { request } = await proposeAction(clinic.deps, { account: one, delivery: 'propose', terms })
  await confirmAction(clinic.deps, { account: two, delivery: 'confirm', requestId: request.id })
  const told = await chat.deliver()
  expect(told.filter(({ kind }) => kind === 'card').map(({ to }) => to)).toEqual(['U0TWO'])
})

test('a confirmation expires after ten minutes, quietly, also when it is clicked then', async () => {
  const [{ request: forgotten }, { request: late }] = [
    await propose('archive', 'alice'),
    await propose('maintenance-on', 'cmo'),
  ]
  clinic.clock.advance(CONFIRM_MS + 1)
  expect(await confirm(late.id, 'cmo')).toMatchObject({ outcome: 'already' })
  expect(await expireRequests(clinic.deps)).toBe(1)
  expect([await statusOf(forgotten.id), await statusOf(late.id)]).toEqual(['expired', 'expired'])
  expect(await chat.deliver()).toEqual([])
  const home = await describeHome(clinic.deps, { account: clinic.account('alice') })
  expect(JSON.stringify(home)).toContain('without a confirmation. Nothing was sent.')
})

describe('what the contract would refuse is refused in words, and nothing is stored:', () => {
  test.each<[string, ActionKind, Handle | 'mallory', RawActionInput, string]>([
    ['by nobody we know', 'access', 'mallory', {}, 'NOT_LINKED'],
    ['a draw without access', 'access', 'tom', {}, 'ERR_UNAUTHORIZED_ACCESS'],
    ['a draw above the allowance', 'access', 'nadia', { volume: '101' }, 'ERR_UNAUTHORIZED_ACCESS'],
    ['a draw above what is left', 'access', 'alice', { volume: '1001' }, 'ERR_INSUFFICIENT_CLEARANCE'],
    ['a draw from no record', 'access', 'nadia', { record: '99' }, 'ERR_RECORD_NOT_FOUND'],
    ['archiving another’s record', 'archive', 'ben', {}, 'NOT_PHYSICIAN'],
    ['maintenance by a physician', 'maintenance-on', 'alice', {}, 'ERR_CMO_ONLY'],
    ['the end of no maintenance', 'maintenance-off', 'cmo', {}, 'NOTHING_TO_CHANGE'],
    [
      'a record beyond what can be counted',
      'create',
      'alice',
      { volume: (2n ** 128n - 1n).toString() },
      'ERR_INVALID_DATA_SIZE',
    ],
  ])('%s', async (_, kind, by, raw, code) => {
    grantToNadia()
    await expect(propose(kind, by, raw)).rejects.toMatchObject({ code })
    expect(await clinic.deps.store.findRequests({ limit: 10 })).toEqual([])
  })

  test('a draw, a record and archiving in maintenance; but maintenance itself can be ended', async () => {
    grantToNadia()
    clinic.ledger.act({ sender: people.cmo, call: { functionName: 'enableMaintenance' } })
    for (const [kind, by] of [
      ['access', 'nadia'],
      ['create', 'alice'],
      ['archive', 'alice'],
    ] as const)
      await expect(propose(kind, by)).rejects.toMatchObject({ code: 'ERR_SYSTEM_MAINTENANCE' })
    await expect(propose('maintenance-on', 'cmo')).rejects.toMatchObject({ code: 'NOTHING_TO_CHANGE' })
    const id = await send('maintenance-off', 'cmo')
    clinic.ledger.mine()
    clinic.clock.advance(2_000)
    expect(await drive.advance(id)).toMatchObject({ status: 'included' })
    expect((await drive.eventsOnChain()).at(-1)).toBe('maintenance-disabled')
  })

  test('an action of somebody whose key MediKey does not hold', async () => {
    clinic = createClinic({ withoutKeys: ['alice'] })
    await expect(propose('archive', 'alice')).rejects.toMatchObject({ code: 'NO_SIGNING_KEY' })
    expect(await clinic.deps.store.findRequests({ limit: 10 })).toEqual([])
  })
})

describe('is checked again when it is sent:', () => {
  test('a draw whose access was revoked meanwhile, which its card and a message tell', async () => {
    grantToNadia()
    const { request } = await propose('access', 'nadia')
    await confirm(request.id, 'nadia')
    await chat.deliver()
    clinic.ledger.act({
      sender: people.alice,
      call: { functionName: 'revokeMedicalAccess', recordId: 1n, medicalStaff: people.nadia },
    })
    expect(await drive.advance(request.id)).toMatchObject({
      status: 'refused',
      failure: { code: 'ERR_UNAUTHORIZED_ACCESS' },
    })
    expect(clinic.ledger.arrivals).toEqual([])
    expect((await chat.deliver()).map(({ kind, to }) => [kind, to])).toEqual([
      ['edit', 'U0NADIA'],
      ['direct', 'U0NADIA'],
    ])
  })

  test('a draw in maintenance is refused, it does not wait', async () => {
    const { request } = await propose('access', 'alice')
    await confirm(request.id, 'alice')
    clinic.ledger.act({ sender: people.cmo, call: { functionName: 'enableMaintenance' } })
    expect(await drive.advance(request.id)).toMatchObject({
      status: 'refused',
      failure: { code: 'ERR_SYSTEM_MAINTENANCE' },
    })
  })

  test('maintenance that somebody began meanwhile is not begun again', async () => {
    const { request } = await propose('maintenance-on', 'cmo')
    await confirm(request.id, 'cmo')
    clinic.ledger.act({ sender: people.cmo, call: { functionName: 'enableMaintenance' } })
    expect(await drive.advance(request.id)).toMatchObject({
      status: 'refused',
      failure: { code: 'NOTHING_TO_CHANGE' },
    })
  })

  test('what could not be sent within an hour is not sent at all', async () => {
    const { request } = await propose('archive', 'alice')
    await confirm(request.id, 'alice')
    clinic.clock.advance(3_600_001)
    expect(await drive.advance(request.id)).toMatchObject({ failure: { code: 'EXECUTION_EXPIRED' } })
  })

  test('a draw that somebody outran is refused by the contract, which its card and a message tell', async () => {
    grantToNadia()
    const id = await send('access', 'alice', { volume: '1000' })
    await chat.deliver()
    clinic.ledger.act({
      sender: people.nadia,
      call: { functionName: 'accessMedicalData', recordId: 1n, accessVolume: 1n },
    })
    clinic.ledger.mine()
    clinic.clock.advance(2_000)
    await drive.advance(id)
    expect(await clinic.deps.store.listTransactions(id)).toMatchObject([
      { status: 'aborted', failure: { code: 'ERR_INSUFFICIENT_CLEARANCE' } },
    ])
    expect(
      (await chat.deliver()).map(({ kind, text }) => [kind, text.includes('Refused by the contract')]),
    ).toEqual([
      ['edit', true],
      ['direct', true],
    ])
  })
})

describe('a wallet that sends the same again with a higher fee is taken for ours, and nothing is sent twice:', () => {
  test.each<[ActionKind, Handle]>([
    ['create', 'alice'],
    ['access', 'alice'],
    ['archive', 'alice'],
    ['maintenance-on', 'cmo'],
  ])('%s', async (kind, by) => {
    const before = (await drive.eventsOnChain()).length
    const { request } = await propose(kind, by)
    await confirm(request.id, by)
    clinic.ledger.disturbBroadcast({
      before: () => {
        const calls = {
          create: { functionName: 'createMedicalRecord', recordCategory: 'oncology', dataVolume: 50n },
          access: { functionName: 'accessMedicalData', recordId: 1n, accessVolume: 50n },
          archive: { functionName: 'archiveRecord', recordId: 1n },
          'maintenance-on': { functionName: 'enableMaintenance' },
          'maintenance-off': { functionName: 'disableMaintenance' },
        } as const
        clinic.ledger.act({ sender: people[by], call: calls[kind] })
      },
    })
    await drive.advance(request.id)
    clinic.ledger.advanceTenure(2)
    clinic.clock.advance(10_000)
    // Whether or not the follower has read so far.
    if (kind !== 'access') await followOnce(clinic.deps)
    await drive.advance(request.id)
    clinic.clock.advance(10_000)
    await drive.advance(request.id)
    expect(await clinic.deps.store.listTransactions(request.id)).toMatchObject([{ status: 'final' }])
    expect(clinic.ledger.mempool).toEqual([])
    expect((await drive.eventsOnChain()).length - before).toBe(kind === 'create' ? 0 : 1)
    if (kind === 'create')
      expect(await clinic.deps.store.getRequest(request.id)).toMatchObject({ recordId: 5n })
  })
})

test('a card that was sent comes back to waiting when a reorg takes the block, and its person is told', async () => {
  const id = await send('archive', 'alice')
  clinic.ledger.mine()
  clinic.clock.advance(2_000)
  await drive.advance(id)
  await chat.deliver()
  clinic.ledger.orphanTip()
  clinic.clock.advance(10_000)
  await drive.advance(id)
  const told = await chat.deliver()
  expect(told.find(({ kind }) => kind === 'edit')?.text).toContain('waiting for a block')
  expect(told.find(({ kind }) => kind === 'direct')?.text).toContain('took back the block')
})
