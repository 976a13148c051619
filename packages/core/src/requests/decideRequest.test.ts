import { describe, expect, test } from 'vitest'
import { type Clinic, createClinic, type Handle, people, sampleRequest } from '../../testing/index.ts'
import { parseRequestInput } from '../input/parseRequestInput.ts'
import type { AccessRequest } from '../model/AccessRequest.ts'
import type { MessageRef } from '../model/Post.ts'
import { cancelRequest } from './cancelRequest.ts'
import { decideRequest } from './decideRequest.ts'
import { expireRequests } from './expireRequests.ts'
import { submitRequest } from './submitRequest.ts'

async function ask(
  clinic: Clinic,
  options: { by?: Handle; kind?: 'grant' | 'revoke'; record?: string; staff?: Handle } = {},
) {
  const { by = 'alice', kind = 'grant', record = '1', staff = 'nadia' } = options
  const input = parseRequestInput(
    {
      kind,
      record,
      staff: clinic.account(staff).userId.replace(/^.*$/, '<@$&>'),
      limit: '500',
      reason: 'ward round',
    },
    { network: 'devnet' },
  )
  return (
    await submitRequest(clinic.deps, { account: clinic.account(by), delivery: `ask-${Math.random()}`, input })
  ).request
}

function decide(
  clinic: Clinic,
  requestId: string,
  options: {
    by?: Handle | 'mallory'
    decision?: 'approve' | 'deny'
    reason?: string
    delivery?: string
    clicked?: MessageRef | null
  } = {},
) {
  const {
    by = 'cmo',
    decision = 'approve',
    reason = null,
    delivery = `decide-${Math.random()}`,
    clicked = 'command' as const,
  } = options
  return decideRequest(clinic.deps, {
    account: clinic.account(by),
    delivery,
    requestId,
    decision,
    reason,
    clicked,
  })
}

test('an approval queues one transaction, with its evidence and its job, in one go', async () => {
  const clinic = createClinic()
  const request = await ask(clinic)
  expect(await decide(clinic, request.id)).toMatchObject({ outcome: 'decided' })

  const transactions = await clinic.deps.store.listTransactions(request.id)
  expect(transactions).toMatchObject([{ status: 'queued', signer: people.alice, txid: null }])
  expect(await clinic.deps.store.getRequest(request.id)).toMatchObject({
    status: 'approved',
    decidedBy: people.cmo,
  })
  expect(clinic.memory.listJobs().map(({ job }) => job)).toContainEqual({
    name: 'execute',
    transactionId: transactions[0]?.id,
  })
  const audit = await clinic.deps.store.listAudit({ requestId: request.id, limit: 10 })
  expect(audit.map(({ action, actor }) => [action, actor])).toEqual([
    ['request-submitted', people.alice],
    ['request-approved', people.cmo],
  ])
})

test('a denial needs a reason, keeps it, and sends nothing', async () => {
  const clinic = createClinic()
  const request = await ask(clinic)
  await expect(decide(clinic, request.id, { decision: 'deny', reason: '  ' })).rejects.toMatchObject({
    problems: [{ field: 'reason' }],
  })
  expect((await clinic.deps.store.getRequest(request.id))?.status).toBe('pending')

  await decide(clinic, request.id, { decision: 'deny', reason: 'not on her ward' })
  expect(await clinic.deps.store.getRequest(request.id)).toMatchObject({
    status: 'denied',
    decisionReason: 'not on her ward',
  })
  expect(await clinic.deps.store.listTransactions(request.id)).toEqual([])
})

test('of many decisions at once one counts, and the others are told what happened', async () => {
  const clinic = createClinic()
  const request = await ask(clinic)
  const results = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      decide(clinic, request.id, index % 2 === 0 ? {} : { decision: 'deny', reason: 'no' }),
    ),
  )
  expect(results.filter(({ outcome }) => outcome === 'decided')).toHaveLength(1)
  const { status } = (await clinic.deps.store.getRequest(request.id)) ?? {}
  expect(await clinic.deps.store.listTransactions(request.id)).toHaveLength(status === 'approved' ? 1 : 0)
  for (const { message } of results.filter(({ outcome }) => outcome === 'already')) {
    expect(JSON.stringify(message)).toContain(`was already ${status}`)
  }
})

test('the same click twice has one effect', async () => {
  const clinic = createClinic()
  const request = await ask(clinic)
  await decide(clinic, request.id, { delivery: 'click' })
  expect(await decide(clinic, request.id, { delivery: 'click' })).toMatchObject({ outcome: 'already' })
  expect(await clinic.deps.store.listTransactions(request.id)).toHaveLength(1)
})

describe('is refused, and the request still waits, when', () => {
  test.each<[string, Handle | 'mallory', string]>([
    ['somebody who is not linked decides', 'mallory', 'NOT_LINKED'],
    ['the physician decides who asked', 'alice', 'NOT_CMO'],
    ['a nurse decides', 'tom', 'NOT_CMO'],
  ])('%s', async (_, by, code) => {
    const clinic = createClinic()
    const request = await ask(clinic)
    await expect(decide(clinic, request.id, { by })).rejects.toMatchObject({ code })
    expect((await clinic.deps.store.getRequest(request.id))?.status).toBe('pending')
  })

  // Nobody can ask for these any more: what decides does not rely on it.
  test.each<[string, Partial<AccessRequest>]>([
    ['a grant that they asked for', { requester: people.cmo, physician: people.cmo, recordId: 4n }],
    ['a grant to themselves', { medicalStaff: people.cmo }],
    ['a grant to a contract of their own', { medicalStaff: `${people.cmo}.wallet` }],
  ])('the CMO approves %s', async (_, overrides) => {
    const clinic = createClinic()
    const request = sampleRequest({ id: 'oldone', ...overrides })
    await clinic.deps.store.transaction((unit) => unit.insertRequest(request))
    await expect(decide(clinic, 'oldone')).rejects.toMatchObject({ code: 'SELF_APPROVAL' })
    expect((await clinic.deps.store.getRequest('oldone'))?.status).toBe('pending')
  })

  test('the button stands on another message than the request’s card', async () => {
    const clinic = createClinic()
    const request = await ask(clinic)
    const clicked: MessageRef = {
      platform: 'slack',
      workspace: 'T0CLINIC',
      channel: 'C0APPROVE',
      messageId: '1.1',
    }
    await expect(decide(clinic, request.id, { clicked })).rejects.toMatchObject({ code: 'FOREIGN_CARD' })
    await expect(decide(clinic, request.id, { clicked: null })).rejects.toMatchObject({
      code: 'FOREIGN_CARD',
    })
    expect((await clinic.deps.store.getRequest(request.id))?.status).toBe('pending')
  })

  test.each(['', 'nope', '../../etc', '💥', 'x'.repeat(2000)])(
    'there is no request %j',
    async (requestId) => {
      const clinic = createClinic()
      await expect(decide(clinic, requestId)).rejects.toMatchObject({ code: 'REQUEST_NOT_FOUND' })
    },
  )

  test('the chain cannot be asked who the CMO is', async () => {
    const clinic = createClinic()
    const request = await ask(clinic)
    clinic.ledger.disturbReads(() => {
      throw new Error('unreachable')
    })
    await expect(decide(clinic, request.id)).rejects.toThrow('unreachable')
    expect((await clinic.deps.store.getRequest(request.id))?.status).toBe('pending')
  })
})

test('a CMO who is the record’s physician may confirm their own revoke, and the evidence says so', async () => {
  const clinic = createClinic()
  const request = await ask(clinic, { by: 'cmo', kind: 'revoke', record: '4' })
  expect(await decide(clinic, request.id)).toMatchObject({ outcome: 'decided' })
  const audit = await clinic.deps.store.listAudit({ requestId: request.id, limit: 10 })
  expect(audit.at(-1)).toMatchObject({
    action: 'request-approved',
    detail: { exception: expect.any(String) },
  })
})

test('a decision after the approval time is no decision: the request expires', async () => {
  const clinic = createClinic()
  const request = await ask(clinic)
  clinic.clock.advance(86_400_001)
  expect(await decide(clinic, request.id)).toMatchObject({ outcome: 'already' })
  expect((await clinic.deps.store.getRequest(request.id))?.status).toBe('expired')
  expect(await clinic.deps.store.listTransactions(request.id)).toEqual([])
})

test('requests that nobody decided expire by themselves, once', async () => {
  const clinic = createClinic()
  const request = await ask(clinic)
  expect(await expireRequests(clinic.deps)).toBe(0)
  clinic.clock.advance(86_400_001)
  expect(await expireRequests(clinic.deps)).toBe(1)
  expect(await expireRequests(clinic.deps)).toBe(0)
  expect((await clinic.deps.store.getRequest(request.id))?.status).toBe('expired')
})

test('who asked takes it back, nobody else does, and a taken-back request cannot be approved', async () => {
  const clinic = createClinic()
  const request = await ask(clinic)
  const cancel = (by: Handle) =>
    cancelRequest(clinic.deps, { account: clinic.account(by), delivery: `c-${by}`, requestId: request.id })
  await expect(cancel('ben')).rejects.toMatchObject({ code: 'NOT_REQUESTER' })
  expect(await cancel('alice')).toMatchObject({ outcome: 'cancelled' })
  expect(await cancel('alice')).toMatchObject({ outcome: 'already' })
  expect(await decide(clinic, request.id)).toMatchObject({ outcome: 'already' })
  expect(await clinic.deps.store.listTransactions(request.id)).toEqual([])
})
