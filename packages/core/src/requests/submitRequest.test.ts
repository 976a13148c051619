import { describe, expect, test } from 'vitest'
import { type Clinic, createClinic, createRecordedChat, type Handle, people } from '../../testing/index.ts'
import { composeCard } from '../delivery/composeCard.ts'
import { parseRequestInput, type RawRequestInput } from '../input/parseRequestInput.ts'
import { submitRequest } from './submitRequest.ts'

const GRANT: RawRequestInput = {
  kind: 'grant',
  record: '1',
  staff: '<@U0NADIA>',
  limit: '500',
  reason: 'ward round',
}

function submit(
  clinic: Clinic,
  by: Handle | 'mallory',
  raw: Partial<RawRequestInput> = {},
  delivery = `d-${Math.random()}`,
) {
  const input = parseRequestInput({ ...GRANT, ...raw }, { network: 'devnet' })
  return submitRequest(clinic.deps, { account: clinic.account(by), delivery, input })
}

async function nothingSaved(clinic: Clinic) {
  expect(await clinic.deps.store.findRequests({ limit: 10 })).toEqual([])
  expect(clinic.memory.listJobs()).toEqual([])
}

test('a physician asks for a grant: request, evidence, card and job are stored together', async () => {
  const clinic = createClinic()
  const { request, message } = await submit(clinic, 'alice', { duration: '8h' })

  expect(request).toMatchObject({
    kind: 'grant',
    status: 'pending',
    recordId: 1n,
    physician: people.alice,
    medicalStaff: people.nadia,
    accessLimit: 500n,
    durationMs: 28_800_000,
    reason: 'ward round',
    standing: null,
  })
  expect(await clinic.deps.store.getRequest(request.id)).toEqual(request)
  expect(await clinic.deps.store.listAudit({ requestId: request.id, limit: 10 })).toMatchObject([
    {
      action: 'request-submitted',
      actor: people.alice,
      detail: { reason: 'ward round', accessLimit: '500' },
    },
  ])
  expect(clinic.memory.listJobs()).toMatchObject([{ job: { name: 'deliver', lane: { platform: 'slack' } } }])
  expect(JSON.stringify(message)).toContain(request.id)
})

test('the same delivery twice makes one request', async () => {
  const clinic = createClinic()
  const first = await submit(clinic, 'alice', {}, 'slack:trigger:1')
  const second = await submit(clinic, 'alice', {}, 'slack:trigger:1')
  expect(second.request.id).toBe(first.request.id)
  expect(await clinic.deps.store.findRequests({ limit: 10 })).toHaveLength(1)
})

test('asking the same again while it is open is answered with the open one and a link to its card', async () => {
  const clinic = createClinic()
  const { request } = await submit(clinic, 'alice')
  await createRecordedChat(clinic).deliver()
  const card = await clinic.deps.store.getCard({ requestId: request.id, platform: 'slack' })
  const again = await submit(clinic, 'alice', { limit: '1' })
  expect(again).toMatchObject({ outcome: 'already', request: { id: request.id, accessLimit: 500n } })
  expect(again.message.paragraphs.flat()).toContainEqual({ message: { label: 'its card', refs: [card] } })
  expect(JSON.stringify(again.message)).toContain(`/medikey cancel ${request.id}`)
  expect(await clinic.deps.store.findRequests({ limit: 10 })).toHaveLength(1)
})

test('the request remembers the allowance that stands', async () => {
  const clinic = createClinic()
  clinic.ledger.act({
    sender: people.alice,
    call: { functionName: 'grantMedicalAccess', recordId: 1n, medicalStaff: people.nadia, accessLimit: 300n },
  })
  clinic.ledger.act({
    sender: people.nadia,
    call: { functionName: 'accessMedicalData', recordId: 1n, accessVolume: 120n },
  })
  const { request } = await submit(clinic, 'alice')
  expect(request.standing).toEqual({ accessLimit: 300n, usage: 120n })
})

test('a revoke needs neither an active record nor the end of maintenance', async () => {
  const clinic = createClinic()
  clinic.ledger.act({ sender: people.alice, call: { functionName: 'archiveRecord', recordId: 1n } })
  clinic.ledger.act({ sender: people.cmo, call: { functionName: 'enableMaintenance' } })
  const { request } = await submit(clinic, 'alice', { kind: 'revoke' })
  expect(request).toMatchObject({ kind: 'revoke', accessLimit: null, durationMs: null })
})

test('a grant may be asked for during maintenance: it waits for its end once approved', async () => {
  const clinic = createClinic()
  clinic.ledger.act({ sender: people.cmo, call: { functionName: 'enableMaintenance' } })
  expect((await submit(clinic, 'alice')).request.status).toBe('pending')
})

describe('is refused, and nothing is saved, when', () => {
  const cases: [string, Handle | 'mallory', Partial<RawRequestInput>, string][] = [
    ['the person is not linked', 'mallory', {}, 'NOT_LINKED'],
    ['the named person is not linked', 'alice', { staff: '<@U0STRANGER>' }, 'PERSON_NOT_LINKED'],
    ['the record does not exist', 'alice', { record: '99' }, 'ERR_RECORD_NOT_FOUND'],
    ['the record is another physician’s', 'ben', {}, 'NOT_PHYSICIAN'],
    ['a nurse asks', 'nadia', { staff: '<@U0TOM>' }, 'NOT_PHYSICIAN'],
    ['a stranger’s record is to be revoked', 'ben', { kind: 'revoke' }, 'NOT_PHYSICIAN'],
    ['the limit is above the record’s volume', 'alice', { limit: '1001' }, 'LIMIT_ABOVE_VOLUME'],
    ['the physician asks for themselves', 'alice', { staff: '<@U0ALICE>' }, 'SELF_GRANT'],
  ]
  test.each(cases)('%s', async (_, by, raw, code) => {
    const clinic = createClinic()
    await expect(submit(clinic, by, raw)).rejects.toMatchObject({ code })
    await nothingSaved(clinic)
  })

  test('the record is archived', async () => {
    const clinic = createClinic()
    clinic.ledger.act({ sender: people.alice, call: { functionName: 'archiveRecord', recordId: 1n } })
    await expect(submit(clinic, 'alice')).rejects.toMatchObject({ code: 'ERR_RECORD_INACTIVE' })
    await nothingSaved(clinic)
  })

  test('the limit is above what is left of the record', async () => {
    const clinic = createClinic()
    clinic.ledger.act({
      sender: people.alice,
      call: { functionName: 'accessMedicalData', recordId: 1n, accessVolume: 600n },
    })
    await expect(submit(clinic, 'alice')).rejects.toMatchObject({
      code: 'LIMIT_ABOVE_REMAINDER',
      userMessage: expect.stringContaining('400 of 1,000'),
    })
    await nothingSaved(clinic)
  })

  test('MediKey holds no key of the physician', async () => {
    const clinic = createClinic({ withoutKeys: ['alice'] })
    await expect(submit(clinic, 'alice')).rejects.toMatchObject({ code: 'NO_SIGNING_KEY' })
    await nothingSaved(clinic)
  })

  test('an identity was only declared and the network is mainnet', async () => {
    const clinic = createClinic({ settings: { network: 'mainnet' } })
    await expect(submit(clinic, 'alice')).rejects.toMatchObject({ code: 'UNPROVEN_IDENTITY' })
    await nothingSaved(clinic)
  })

  test('two identities claim the account', async () => {
    const clinic = createClinic()
    const [alice] = clinic.deps.directory.findByAccount(clinic.account('alice'))
    const deps = {
      ...clinic.deps,
      directory: {
        ...clinic.deps.directory,
        findByAccount: () => [alice, alice].filter((one) => one !== undefined),
      },
    }
    const input = parseRequestInput(GRANT, { network: 'devnet' })
    await expect(
      submitRequest(deps, { account: clinic.account('alice'), delivery: 'd', input }),
    ).rejects.toMatchObject({ code: 'AMBIGUOUS_IDENTITY' })
    await nothingSaved(clinic)
  })
})

test('who is not linked learns nothing about the record, only how to be linked', async () => {
  const clinic = createClinic()
  const refused = await submit(clinic, 'mallory', { record: '99' }).catch((error: unknown) => error)
  expect(refused).toMatchObject({ userMessage: expect.stringContaining('U0MALLORY') })
  expect(String((refused as { userMessage: string }).userMessage)).not.toContain('99')
})

test('an account of another workspace is somebody else', async () => {
  const clinic = createClinic()
  const input = parseRequestInput(GRANT, { network: 'devnet' })
  const account = { ...clinic.account('alice'), workspace: 'T0ELSEWHERE' }
  await expect(submitRequest(clinic.deps, { account, delivery: 'd', input })).rejects.toMatchObject({
    code: 'NOT_LINKED',
  })
})

describe('a grant that nobody could approve is refused at once:', () => {
  test.each<[string, Handle, Partial<RawRequestInput>]>([
    ['asked by the CMO for a record of their own', 'cmo', { record: '4' }],
    ['for the CMO', 'alice', { staff: '<@U0CMO>' }],
    ['for a contract of the CMO', 'alice', { staff: `${people.cmo}.wallet` }],
  ])('%s', async (_, by, raw) => {
    const clinic = createClinic()
    await expect(submit(clinic, by, raw)).rejects.toMatchObject({ code: 'NOBODY_DECIDES' })
    await nothingSaved(clinic)
  })

  test('but a revoke stays possible', async () => {
    const clinic = createClinic()
    expect((await submit(clinic, 'cmo', { kind: 'revoke', record: '4' })).outcome).toBe('submitted')
  })
})

test('a grant for somebody who has access says that it replaces that, wherever it is read', async () => {
  const clinic = createClinic()
  clinic.ledger.act({
    sender: people.alice,
    call: { functionName: 'grantMedicalAccess', recordId: 1n, medicalStaff: people.nadia, accessLimit: 300n },
  })
  const input = parseRequestInput(
    { kind: 'grant', record: '1', staff: '<@U0NADIA>', limit: '5', reason: 'a little more' },
    clinic.deps.settings,
  )
  const { request, message } = await submitRequest(clinic.deps, {
    account: clinic.account('alice'),
    delivery: 'more',
    input,
  })
  const card = await composeCard(clinic.deps, { requestId: request.id })
  for (const shown of [message, card]) {
    expect(JSON.stringify(shown)).toContain('0 of 300 used')
    expect(JSON.stringify(shown)).toContain('not add to it')
  }
})
