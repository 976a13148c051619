import { beforeEach, describe, expect, test } from 'vitest'
import {
  type Clinic,
  type ClinicDriver,
  createClinic,
  createRecordedChat,
  driveClinic,
  type Handle,
  people,
} from '../../testing/index.ts'
import { endGrants } from '../execution/endGrants.ts'
import { describePrivilege } from '../queries/describePrivilege.ts'
import { releaseGrant } from './releaseGrant.ts'

const HOUR_MS = 3_600_000

let clinic: Clinic
let drive: ClinicDriver
beforeEach(() => {
  clinic = createClinic()
  drive = driveClinic(clinic)
})

async function include(requestId: string) {
  await drive.advance(requestId)
  clinic.ledger.mine()
  clinic.clock.advance(2_000)
  await drive.advance(requestId)
}

/** A grant for nadia that stands on chain. */
async function grant(raw: Parameters<ClinicDriver['approve']>[0] = { duration: '8h' }): Promise<string> {
  const id = await drive.approve(raw)
  await include(id)
  return id
}

const release = (requestId: string, by: Handle | 'mallory' = 'nadia', delivery = `${Math.random()}`) =>
  releaseGrant(clinic.deps, { account: clinic.account(by), delivery, requestId })

const listRevokes = () => clinic.deps.store.findRequests({ kind: 'revoke', limit: 10 })

const statusOf = async (requestId: string) => (await clinic.deps.store.getGrant(requestId))?.status

test('the grantee gives a grant back: it is revoked at once by the physician’s key, and all hear of it', async () => {
  const chat = createRecordedChat(clinic)
  const id = await grant()
  await chat.deliver()
  expect(await release(id)).toMatchObject({ outcome: 'released' })
  const [revoke] = await listRevokes()
  expect(revoke).toMatchObject({
    status: 'approved',
    origin: 'release',
    requester: people.nadia,
    grantRequestId: id,
    executionExpiresAt: null,
  })
  expect((await chat.deliver()).find(({ kind }) => kind === 'thread')?.text).toContain(
    'nadia gave the access',
  )

  await include(revoke?.id ?? '')
  expect(await drive.eventsOnChain()).toEqual(['medical-access-granted', 'medical-access-revoked'])
  expect(await statusOf(id)).toBe('released')
  const told = await chat.deliver()
  expect(told.find(({ to }) => to === 'U0NADIA')?.text).toContain('You gave your access to record 1 back')
  expect(told.find(({ to }) => to === 'U0ALICE')?.text).toContain('Access revoked')
  expect(told.filter(({ kind }) => kind === 'edit').at(-1)?.text).toContain(
    'Time left: none: it was given back',
  )
  const audit = await clinic.deps.store.listAudit({ requestId: revoke?.id ?? '', limit: 1 })
  expect(audit).toMatchObject([{ action: 'grant-released', actor: people.nadia }])
})

test('twice is once', async () => {
  const id = await grant()
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => release(id)))
  expect(outcomes.filter(({ outcome }) => outcome === 'released')).toHaveLength(1)
  expect(await release(id, 'nadia', 'click')).toMatchObject({ outcome: 'already' })
  expect(await listRevokes()).toHaveLength(1)
})

test('after the end of the time there is nothing to give back, whether or not anybody swept', async () => {
  const id = await grant({ duration: '30m' })
  clinic.clock.advance(1_800_000)
  const [{ outcome, message }] = await Promise.all([release(id), endGrants(clinic.deps)])
  expect(outcome).toBe('already')
  expect(JSON.stringify(message)).toContain('its time has come')
  expect(await listRevokes()).toMatchObject([{ origin: 'time-box' }])
})

test('a grant without an end can be given back too', async () => {
  const id = await grant({})
  expect(await release(id)).toMatchObject({ outcome: 'released' })
})

test('in maintenance, on an archived record and after the CMO’s office changed hands it goes out all the same', async () => {
  const id = await grant()
  clinic.ledger.act({ sender: people.alice, call: { functionName: 'archiveRecord', recordId: 1n } })
  clinic.ledger.act({ sender: people.cmo, call: { functionName: 'enableMaintenance' } })
  await release(id)
  Object.assign(clinic.ledger, { isChiefMedicalOfficer: async () => false })
  clinic.clock.advance(1_000 * HOUR_MS)
  const [revoke] = await listRevokes()
  await include(revoke?.id ?? '')
  expect(await statusOf(id)).toBe('released')
})

describe('is refused for', () => {
  test.each<[string, Handle | 'mallory', string]>([
    ['the physician, who revokes instead', 'alice', 'NOT_GRANTEE'],
    ['another nurse', 'tom', 'NOT_GRANTEE'],
    ['the CMO', 'cmo', 'NOT_GRANTEE'],
    ['somebody who is not linked', 'mallory', 'NOT_LINKED'],
  ])('%s', async (_, by, code) => {
    const id = await grant()
    await expect(release(id, by)).rejects.toMatchObject({ code })
    expect(await listRevokes()).toEqual([])
  })

  test('a request that gave no access yet', async () => {
    const id = await drive.approve()
    await expect(release(id)).rejects.toMatchObject({ code: 'NOT_GRANTED' })
  })

  test.each(['', 'nosuchreq', '💥'])('no request %j', async (id) => {
    await expect(release(id)).rejects.toMatchObject({ code: 'REQUEST_NOT_FOUND' })
  })
})

describe('tells what happened already, and sends nothing, when', () => {
  test('the time was over', async () => {
    const id = await grant({ duration: '30m' })
    clinic.clock.advance(1_800_000)
    expect(JSON.stringify((await release(id)).message)).toContain('its time has come')
    const [revoke] = await listRevokes()
    await include(revoke?.id ?? '')
    const answer = await release(id)
    expect(answer.outcome).toBe('already')
    expect(JSON.stringify(answer.message)).toContain('its time is over')
    expect(await listRevokes()).toHaveLength(1)
  })

  test('a newer grant took its place', async () => {
    const id = await grant()
    await grant({ limit: '100' })
    const answer = await release(id)
    expect(answer.outcome).toBe('already')
    expect(JSON.stringify(answer.message)).toContain('replaced by a newer grant')
    expect(await listRevokes()).toEqual([])
  })

  test('the physician revoked it', async () => {
    const id = await grant()
    await include(await drive.approve({ kind: 'revoke' }))
    expect(JSON.stringify((await release(id)).message)).toContain('was revoked already')
  })
})

describe('a reorg', () => {
  test('that takes the grant back for a while does not lose that it was given back', async () => {
    const id = await grant()
    await release(id)
    clinic.ledger.orphanTip()
    clinic.clock.advance(10_000)
    await drive.advance(id)
    expect(await statusOf(id)).toBeUndefined()
    const [revoke] = await listRevokes()
    await drive.advance(revoke?.id ?? '')
    expect(await drive.last(revoke?.id ?? '')).toMatchObject({
      status: 'queued',
      failure: { code: 'GRANT_ORPHANED' },
    })
    clinic.ledger.mine()
    clinic.clock.advance(10_000)
    await drive.advance(id)
    await include(revoke?.id ?? '')
    expect(await statusOf(id)).toBe('released')
  })
})

test('the answer about one’s own privilege says how long is left, and offers to give it back', async () => {
  const id = await grant()
  clinic.clock.advance(HOUR_MS)
  const ask = (by: Handle) =>
    describePrivilege(clinic.deps, { account: clinic.account(by), record: '1', staff: '<@U0NADIA>' })
  const own = await ask('nadia')
  expect(JSON.stringify(own)).toContain('6 hours 59 minutes left')
  expect(own.actions).toEqual([{ kind: 'release', id }])
  expect((await ask('alice')).actions).toEqual([])
  await release(id)
  expect((await ask('nadia')).actions).toEqual([])
})
