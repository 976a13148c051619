import { NotEnoughFundsError } from '@medikey/contract-client'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Clinic, type ClinicDriver, createClinic, driveClinic, people } from '../../testing/index.ts'
import { followOnce } from '../follower/followOnce.ts'
import { readSince } from '../follower/readSince.ts'
import { advanceTransaction } from './advanceTransaction.ts'
import { endGrants } from './endGrants.ts'

let clinic: Clinic
let drive: ClinicDriver
beforeEach(() => {
  clinic = createClinic()
  drive = driveClinic(clinic)
})

const grantOf = (requestId: string) => clinic.deps.store.getGrant(requestId)

/** Approves and sends, without looking at what became of it. */
async function send(raw: Parameters<ClinicDriver['approve']>[0] = {}): Promise<string> {
  const id = await drive.approve(raw)
  await drive.advance(id)
  return id
}

/** Approves, sends, mines and notices. */
async function carryOut(raw: Parameters<ClinicDriver['approve']>[0] = {}): Promise<string> {
  const id = await send(raw)
  clinic.ledger.mine()
  await drive.advance(id)
  return id
}

async function queuedRevoke(): Promise<string> {
  await endGrants(clinic.deps)
  const revokes = await clinic.deps.store.findRequests({ kind: 'revoke', limit: 10 })
  const revoke = revokes.find(({ origin }) => origin === 'time-box')
  if (revoke === undefined) throw new Error('no revoke was queued')
  return revoke.id
}

describe('whatever order the inclusions are noticed in', () => {
  test('a grant after a revoke keeps its timer', async () => {
    await carryOut()
    const revoke = await send({ kind: 'revoke' })
    const grant = await send({ duration: '30m' })
    clinic.ledger.mine()
    await drive.advance(grant)
    await drive.advance(revoke)
    expect(await grantOf(grant)).toMatchObject({ status: 'active' })
    clinic.clock.advance(1_800_000)
    await drive.advance(await queuedRevoke())
    clinic.ledger.mine()
    expect((await drive.eventsOnChain()).at(-1)).toBe('medical-access-revoked')
  })

  test('of two grants the later one stands', async () => {
    const first = await send()
    const second = await send({ duration: '30m' })
    clinic.ledger.mine()
    await drive.advance(second)
    await drive.advance(first)
    expect(await grantOf(first)).toMatchObject({ status: 'superseded' })
    expect(await grantOf(second)).toMatchObject({ status: 'active' })
  })
})

describe('a reorg', () => {
  test('that takes a newer grant back lets the older one stand again, with its timer', async () => {
    const first = await carryOut({ duration: '30m' })
    const second = await carryOut()
    expect(await grantOf(first)).toMatchObject({ status: 'superseded' })
    clinic.ledger.orphanTip()
    await drive.advance(second)
    expect(await grantOf(second)).toBeNull()
    expect(await grantOf(first)).toMatchObject({ status: 'active', endsAt: expect.any(Date) })
  })

  test('that turns a refusal into a grant is noticed', async () => {
    const id = await send({ duration: '30m' })
    clinic.ledger.act({ sender: people.cmo, call: { functionName: 'enableMaintenance' } })
    clinic.ledger.mine()
    expect(await drive.advance(id)).toMatchObject({ status: 'aborted' })
    clinic.ledger.orphanTip()
    clinic.ledger.act({ sender: people.cmo, call: { functionName: 'disableMaintenance' } })
    clinic.ledger.mine()
    expect(await drive.advance(id)).toMatchObject({ status: 'included' })
    expect(await grantOf(id)).toMatchObject({ status: 'active' })
  })

  test('is believed only from the chain’s own word, not from a node that lost track', async () => {
    const id = await carryOut({ duration: '30m' })
    const { getTransaction } = clinic.ledger
    Object.assign(clinic.ledger, { getTransaction: async () => null })
    expect(await drive.advance(id)).toMatchObject({ status: 'included' })
    expect(await grantOf(id)).toMatchObject({ status: 'active' })
    Object.assign(clinic.ledger, { getTransaction })
  })
})

describe('the decision made last stands:', () => {
  test('a grant that waits gives way to a revoke', async () => {
    const grant = await drive.approve()
    clinic.ledger.act({ sender: people.cmo, call: { functionName: 'enableMaintenance' } })
    await drive.advance(grant)
    await carryOut({ kind: 'revoke' })
    clinic.ledger.act({ sender: people.cmo, call: { functionName: 'disableMaintenance' } })
    expect(await drive.advance(grant)).toMatchObject({ status: 'refused', failure: { code: 'SUPERSEDED' } })
    expect(await drive.eventsOnChain()).not.toContain('medical-access-granted')
  })

  test('a revoke that waits does not end a newer grant that was already sent', async () => {
    const revoke = await drive.approve({ kind: 'revoke' })
    await carryOut()
    expect(await drive.advance(revoke)).toMatchObject({ status: 'refused', failure: { code: 'SUPERSEDED' } })
  })

  test('a revoke goes out before a newer grant that still waits', async () => {
    const revoke = await drive.approve({ kind: 'revoke' })
    await drive.approve()
    expect(await drive.advance(revoke)).toMatchObject({ status: 'broadcast' })
  })

  test('the end of a time-box waits for a newer grant under way, and gives way to it', async () => {
    await carryOut({ duration: '30m' })
    const newer = await send({ duration: '8h' })
    clinic.clock.advance(1_800_000)
    const revoke = await queuedRevoke()
    expect(await drive.advance(revoke)).toMatchObject({ status: 'queued' })
    clinic.ledger.mine()
    await drive.advance(newer)
    expect(await drive.advance(revoke)).toMatchObject({ status: 'refused', failure: { code: 'GRANT_ENDED' } })
    expect(await grantOf(newer)).toMatchObject({ status: 'active' })
  })
})

test('a revoke is never given up for a rejection: it goes out once its cause is mended', async () => {
  await carryOut({ duration: '30m' })
  clinic.clock.advance(1_800_000)
  const revoke = await queuedRevoke()
  clinic.ledger.disturbBroadcast({
    before: () => {
      throw new NotEnoughFundsError({ txid: '0x' })
    },
  })
  await drive.advance(revoke)
  expect(await drive.last(revoke)).toMatchObject({
    status: 'signed',
    failure: { code: 'REJECTED_NOT_ENOUGH_FUNDS' },
  })
  clinic.clock.advance(60_000)
  expect(await drive.advance(revoke)).toMatchObject({ status: 'broadcast' })
})

test('the end of a time-box that has to wait is told in the thread of its grant', async () => {
  const grant = await carryOut({ duration: '30m' })
  clinic.clock.advance(1_800_000)
  const revoke = await queuedRevoke()
  const deps = { ...clinic.deps, getSigner: () => null }
  const { id: transactionId } = await drive.last(revoke)
  await advanceTransaction(deps, { transactionId })
  const lane = { subject: { requestId: grant }, platform: 'slack' } as const
  const told: string[] = []
  for (;;) {
    const now = clinic.clock.now()
    const post = await deps.store.claimPost({ lane, now, staleBefore: new Date(0) })
    if (post === null) break
    told.push(JSON.stringify(post.message))
    const sent = { platform: 'slack', workspace: 'T', channel: 'C', messageId: post.id } as const
    const { id, attempts, revision } = post
    await deps.store.settlePost({ id, attempts, revision, outcome: { sent }, at: now })
  }
  expect(told.at(-1)).toContain('MediKey holds no key of alice')
})

describe('a wallet that sends our grant again with a higher fee does not open a second allowance', () => {
  test.each([
    ['once the follower read it', 0, true],
    ['though the follower lags behind it and many events came since', 120, false],
  ])('%s', async (_, later, isRead) => {
    const id = await drive.approve({ duration: '30m' })
    clinic.ledger.disturbBroadcast({
      before: () => {
        clinic.ledger.act({
          sender: people.alice,
          call: {
            functionName: 'grantMedicalAccess',
            recordId: 1n,
            medicalStaff: people.nadia,
            accessLimit: 500n,
          },
        })
      },
    })
    await drive.advance(id)
    for (let draw = 0; draw < later; draw += 1) {
      clinic.ledger.act({
        sender: people.ben,
        call: { functionName: 'accessMedicalData', recordId: 3n, accessVolume: 1n },
      })
    }
    clinic.ledger.advanceTenure(2)
    if (isRead) await followOnce(clinic.deps)
    await drive.advance(id)
    expect(await drive.last(id)).toMatchObject({ status: 'final' })
    expect(await grantOf(id)).toMatchObject({ status: 'active', endsAt: expect.any(Date) })
    const events = await readSince(clinic.deps, null)
    expect(events.filter(({ value }) => value?.event === 'medical-access-granted')).toHaveLength(1)
    expect(events.filter(({ value }) => value?.event === 'medical-data-accessed')).toHaveLength(later)
  })
})

test('a transaction that was signed long ago is checked again before it leaves', async () => {
  const id = await drive.approve()
  const { id: transactionId } = await drive.last(id)
  // Signed, and stopped before the first send: as after a SIGKILL between the two steps.
  await clinic.deps.store.transaction((unit) =>
    unit.moveTransaction({
      id: transactionId,
      from: ['queued'],
      to: 'signed',
      patch: { txid: '0x1', bytes: '00', nonce: 2n, fee: 300n, signedAt: clinic.clock.now() },
    }),
  )
  clinic.clock.advance(86_400_001)
  expect(await drive.advance(id)).toMatchObject({ status: 'refused', failure: { code: 'EXECUTION_EXPIRED' } })
  expect(clinic.ledger.arrivals).toEqual([])
})
