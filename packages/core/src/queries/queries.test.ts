import { beforeEach, describe, expect, test } from 'vitest'
import { type Clinic, createClinic, driveClinic, people } from '../../testing/index.ts'
import { describeHelp } from '../conversation/describeHelp.ts'
import { subcommands } from '../conversation/subcommands.ts'
import { followOnce } from '../follower/followOnce.ts'
import { parseRequestInput } from '../input/parseRequestInput.ts'
import { submitRequest } from '../requests/submitRequest.ts'
import { describeIdentity } from './describeIdentity.ts'
import { describePending } from './describePending.ts'
import { describePrivilege } from './describePrivilege.ts'
import { describeRecord } from './describeRecord.ts'
import { describeRecords } from './describeRecords.ts'

let clinic: Clinic

beforeEach(async () => {
  clinic = createClinic()
  clinic.ledger.act({
    sender: people.alice,
    call: { functionName: 'grantMedicalAccess', recordId: 1n, medicalStaff: people.nadia, accessLimit: 300n },
  })
  clinic.ledger.act({
    sender: people.nadia,
    call: { functionName: 'accessMedicalData', recordId: 1n, accessVolume: 120n },
  })
  await followOnce(clinic.deps)
})

const account = (handle: Parameters<Clinic['account']>[0]) => clinic.account(handle)

test('a record’s card shows its volume, who has access with usage, and the last events', async () => {
  const shown = JSON.stringify(await describeRecord(clinic.deps, { account: account('ben'), record: '#1' }))
  for (const part of ['cardiology', '12 % · 120 of 1,000', '120 of 300 used', 'drew 120', ' granted '])
    expect(shown).toContain(part)
})

test('records are listed newest first, by physician, a page at a time', async () => {
  const list = (of: string, page = '1') =>
    describeRecords(clinic.deps, { account: account('alice'), of, page })
  expect((await list('mine')).paragraphs).toHaveLength(2)
  expect((await list('all')).title).toBe('Records · page 1 of 1')
  expect((await list('<@U0BEN>')).paragraphs).toHaveLength(1)
  expect(JSON.stringify((await list('all', '9')).paragraphs)).toContain('There is no page 9')
  await expect(list('all', '-1')).rejects.toMatchObject({ problems: [{ field: 'page' }] })
  await expect(list('all', '9'.repeat(50))).rejects.toMatchObject({ problems: [{ field: 'page' }] })
})

test('a privilege tells how much is left and where it comes from', async () => {
  const shown = (staff: string) =>
    describePrivilege(clinic.deps, { account: account('nadia'), record: '1', staff }).then((message) =>
      JSON.stringify(message),
    )
  expect(await shown('<@U0NADIA>')).toContain('"180"')
  expect(await shown('<@U0NADIA>')).toContain('a grant that MediKey did not send')
  expect(await shown('<@U0TOM>')).toContain('has no access')
  expect(await shown('<@U0ALICE>')).toContain('needs no grant')
})

test('a grant past MediKey in place of an approved one tells by which request it ends', async () => {
  const { approve, advance } = driveClinic(clinic)
  const id = await approve({ duration: '30m' })
  await advance(id)
  clinic.ledger.mine()
  await advance(id)
  await followOnce(clinic.deps)
  const shown = async () =>
    JSON.stringify(
      await describePrivilege(clinic.deps, { account: account('alice'), record: '1', staff: '<@U0NADIA>' }),
    )
  expect(await shown()).not.toContain('did not send')

  clinic.ledger.act({
    sender: people.alice,
    call: { functionName: 'grantMedicalAccess', recordId: 1n, medicalStaff: people.nadia, accessLimit: 900n },
  })
  await followOnce(clinic.deps)
  expect(await shown()).toMatch(
    new RegExp(`did not send.*in place of that of request .*${id}.*MediKey revokes it when`),
  )
})

test('pending lists what waits for a person’s yes, and how their own requests stand', async () => {
  const input = parseRequestInput(
    { kind: 'revoke', record: '1', staff: '<@U0NADIA>', reason: 'over' },
    { network: 'devnet' },
  )
  const { request } = await submitRequest(clinic.deps, { account: account('alice'), delivery: 'd', input })
  const shown = async (handle: 'cmo' | 'alice' | 'ben') =>
    JSON.stringify(await describePending(clinic.deps, { account: account(handle) }))
  expect(await shown('cmo')).toMatch(new RegExp(`Waiting for you.*${request.id}`))
  expect(await shown('alice')).toMatch(new RegExp(`Asked by you.*${request.id}.*Waiting for a decision`))
  expect(await shown('ben')).not.toContain(request.id)
})

test('pending tells how the latest requests went on', async () => {
  const { approve, advance } = driveClinic(clinic)
  await advance(await approve({ reason: 'ward round' }))
  const shown = JSON.stringify(await describePending(clinic.deps, { account: account('alice') }))
  expect(shown).toContain('Nothing is waiting')
  expect(shown).toContain('waiting for a block')
})

test('help speaks to the role', async () => {
  const shown = async (handle: 'cmo' | 'nadia' | 'mallory') =>
    JSON.stringify(await describeHelp(clinic.deps, { account: account(handle), subcommands }))
  expect(await shown('cmo')).toContain('/medikey deny')
  expect(await shown('nadia')).not.toContain('/medikey deny')
  expect(await shown('mallory')).toContain('not linked')
})

test('whoami shows the principal and what MediKey may do for it', async () => {
  const shown = JSON.stringify(await describeIdentity(clinic.deps, { account: account('cmo') }))
  expect(shown).toContain(people.cmo)
  expect(shown).toContain('Chief Medical Officer')
})

describe('somebody who is not linked', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['record', () => describeRecord(clinic.deps, { account: account('mallory'), record: '99' })],
    ['records', () => describeRecords(clinic.deps, { account: account('mallory'), of: 'all', page: '1' })],
    [
      'privilege',
      () => describePrivilege(clinic.deps, { account: account('mallory'), record: '1', staff: '<@U0TOM>' }),
    ],
    ['pending', () => describePending(clinic.deps, { account: account('mallory') })],
    ['whoami', () => describeIdentity(clinic.deps, { account: account('mallory') })],
  ])('learns nothing from %s', async (_, ask) => {
    await expect(ask()).rejects.toMatchObject({ code: 'NOT_LINKED' })
  })
})

test('a record that does not exist is told so', async () => {
  await expect(describeRecord(clinic.deps, { account: account('ben'), record: '99' })).rejects.toMatchObject({
    code: 'ERR_RECORD_NOT_FOUND',
  })
})
