import {
  AmbiguousBroadcastError,
  FeeTooLowError,
  NodeUnreachableError,
  NotEnoughFundsError,
  RateLimitedError,
} from '@medikey/contract-client'
import { describe, expect, test } from 'vitest'
import { type Clinic, createClinic, driveClinic, type Handle, people } from '../../testing/index.ts'
import type { RawRequestInput } from '../input/parseRequestInput.ts'
import { endGrants } from './endGrants.ts'

const approve = (clinic: Clinic, raw: Partial<RawRequestInput> = {}, by: Handle = 'alice') =>
  driveClinic(clinic).approve(raw, by)
const last = (clinic: Clinic, requestId: string) => driveClinic(clinic).last(requestId)
const advance = (clinic: Clinic, requestId: string) => driveClinic(clinic).advance(requestId)
const eventsOnChain = (clinic: Clinic) => driveClinic(clinic).eventsOnChain()

test('an approved grant is signed, sent, included and final: one event on chain', async () => {
  const clinic = createClinic()
  const id = await approve(clinic)
  expect(await advance(clinic, id)).toMatchObject({ status: 'broadcast', nonce: 2n, fee: 300n })
  clinic.ledger.mine()
  expect(await advance(clinic, id)).toMatchObject({ status: 'included', blockHeight: expect.any(Number) })
  clinic.ledger.advanceTenure(2)
  expect(await advance(clinic, id)).toMatchObject({ status: 'final' })
  expect(await eventsOnChain(clinic)).toEqual(['medical-access-granted'])
  const audit = await clinic.deps.store.listAudit({ requestId: id, limit: 20 })
  expect(audit.map(({ action }) => action)).toEqual([
    'request-submitted',
    'request-approved',
    'transaction-signed',
    'transaction-broadcast',
    'transaction-included',
    'transaction-final',
  ])
})

test('the bytes are stored before they are sent', async () => {
  const clinic = createClinic()
  const id = await approve(clinic)
  let stored: unknown
  clinic.ledger.disturbBroadcast({
    before: async () => {
      stored = (await clinic.deps.store.listTransactions(id)).at(-1)
    },
  })
  await advance(clinic, id)
  expect(stored).toMatchObject({
    status: 'unknown',
    txid: expect.stringMatching(/^0x/),
    bytes: expect.any(String),
    nonce: 2n,
  })
})

test('many callers at once send one transaction', async () => {
  const clinic = createClinic()
  const id = await approve(clinic)
  await Promise.all(Array.from({ length: 8 }, () => advance(clinic, id)))
  clinic.ledger.mine()
  await Promise.all(Array.from({ length: 8 }, () => advance(clinic, id)))
  expect(new Set(clinic.ledger.arrivals).size).toBe(1)
  expect(await eventsOnChain(clinic)).toEqual(['medical-access-granted'])
})

test('requests of one physician at once get nonces of their own, without a gap', async () => {
  const clinic = createClinic()
  const ids = await Promise.all([
    approve(clinic),
    approve(clinic, { staff: '<@U0TOM>' }),
    approve(clinic, { record: '2', limit: '50' }),
  ])
  await Promise.all(ids.map((id) => advance(clinic, id)))
  const nonces = await Promise.all(ids.map(async (id) => (await last(clinic, id)).nonce))
  expect(nonces.toSorted()).toEqual([2n, 3n, 4n])
})

describe('a send without an answer', () => {
  test.each<[string, 'before' | 'after']>([
    ['is repeated with the same bytes when the node never saw it', 'before'],
    ['is repeated with the same bytes when the node had accepted it', 'after'],
  ])('%s', async (_, when) => {
    const clinic = createClinic()
    const id = await approve(clinic)
    clinic.ledger.disturbBroadcast({
      [when]: () => {
        throw new AmbiguousBroadcastError({ txid: '0x', problem: 'timeout' })
      },
    })
    const sent = await advance(clinic, id)
    expect(sent).toMatchObject({ status: 'signed' })
    expect(await last(clinic, id)).toMatchObject({ status: 'unknown' })
    expect(await advance(clinic, id)).toMatchObject({
      status: 'broadcast',
      txid: sent?.txid,
      nonce: sent?.nonce,
    })
    clinic.ledger.mine()
    await advance(clinic, id)
    expect(new Set(clinic.ledger.arrivals)).toEqual(new Set([sent?.txid]))
    expect(await eventsOnChain(clinic)).toEqual(['medical-access-granted'])
  })

  test('that was mined meanwhile is recognised by its own txid and not sent anew', async () => {
    const clinic = createClinic()
    const id = await approve(clinic)
    clinic.ledger.disturbBroadcast({
      after: () => {
        clinic.ledger.mine()
        throw new AmbiguousBroadcastError({ txid: '0x', problem: 'reset' })
      },
    })
    await advance(clinic, id)
    expect(await advance(clinic, id)).toMatchObject({ status: 'included' })
    expect(await eventsOnChain(clinic)).toEqual(['medical-access-granted'])
    expect(await clinic.deps.store.listTransactions(id)).toHaveLength(1)
  })
})

describe('another transaction at the same nonce', () => {
  async function outrun(clinic: Clinic) {
    const id = await approve(clinic)
    clinic.ledger.disturbBroadcast({
      before: () => {
        clinic.ledger.act({
          sender: people.alice,
          call: { functionName: 'accessMedicalData', recordId: 1n, accessVolume: 1n },
        })
      },
    })
    await advance(clinic, id)
    return id
  }

  test('that is not final yet: the request waits, it is not signed anew', async () => {
    const clinic = createClinic()
    const id = await outrun(clinic)
    await advance(clinic, id)
    expect(await clinic.deps.store.listTransactions(id)).toMatchObject([
      { status: 'unknown', failure: { code: 'NONCE_TAKEN' } },
    ])
  })

  test('that is final: the request is signed anew on the next nonce, once', async () => {
    const clinic = createClinic()
    const id = await outrun(clinic)
    clinic.ledger.advanceTenure(2)
    await advance(clinic, id)
    expect(await advance(clinic, id)).toMatchObject({ status: 'broadcast', nonce: 3n })
    clinic.ledger.mine()
    await advance(clinic, id)
    expect(await clinic.deps.store.listTransactions(id)).toMatchObject([
      { status: 'replaced', nonce: 2n },
      { status: 'included', nonce: 3n },
    ])
    expect(await eventsOnChain(clinic)).toEqual(['medical-data-accessed', 'medical-access-granted'])
  })
})

test('a transaction that the node lost is sent again after a while, with the same bytes', async () => {
  const clinic = createClinic()
  const id = await approve(clinic)
  const sent = await advance(clinic, id)
  clinic.ledger.forget(sent?.txid ?? '')
  await advance(clinic, id)
  expect(clinic.ledger.arrivals).toHaveLength(1)
  clinic.clock.advance(30_000)
  await advance(clinic, id)
  expect(clinic.ledger.arrivals).toEqual([sent?.txid, sent?.txid])
})

test('a reorg brings an included grant back to broadcast, and it is included again', async () => {
  const clinic = createClinic()
  const id = await approve(clinic, { duration: '8h' })
  await advance(clinic, id)
  clinic.ledger.mine()
  await advance(clinic, id)
  clinic.ledger.orphanTip()
  expect(await advance(clinic, id)).toMatchObject({ status: 'broadcast', blockHash: null })
  expect(await clinic.deps.store.getGrant(id)).toBeNull()
  clinic.ledger.mine()
  expect(await advance(clinic, id)).toMatchObject({ status: 'included' })
  expect(await clinic.deps.store.getGrant(id)).toMatchObject({ status: 'active' })
  expect(await eventsOnChain(clinic)).toEqual(['medical-access-granted'])
})

describe('at execution everything is checked again:', () => {
  test('a grant waits through maintenance and goes on by itself; a revoke does not wait', async () => {
    const clinic = createClinic()
    const grant = await approve(clinic)
    const revoke = await approve(clinic, { kind: 'revoke', staff: '<@U0TOM>' })
    clinic.ledger.act({ sender: people.cmo, call: { functionName: 'enableMaintenance' } })
    expect(await advance(clinic, grant)).toMatchObject({ status: 'queued' })
    expect(await last(clinic, grant)).toMatchObject({ failure: { code: 'ERR_SYSTEM_MAINTENANCE' } })
    expect(await advance(clinic, revoke)).toMatchObject({ status: 'broadcast' })
    clinic.ledger.act({ sender: people.cmo, call: { functionName: 'disableMaintenance' } })
    expect(await advance(clinic, grant)).toMatchObject({ status: 'broadcast' })
  })

  test('a grant that could not be sent in time is not sent later', async () => {
    const clinic = createClinic()
    const id = await approve(clinic)
    clinic.clock.advance(86_400_001)
    expect(await advance(clinic, id)).toMatchObject({
      status: 'refused',
      failure: { code: 'EXECUTION_EXPIRED' },
    })
    expect(clinic.ledger.arrivals).toEqual([])
  })

  test.each<[string, (clinic: Clinic) => void, string]>([
    [
      'an archived record',
      ({ ledger }) =>
        ledger.act({ sender: people.alice, call: { functionName: 'archiveRecord', recordId: 1n } }),
      'ERR_RECORD_INACTIVE',
    ],
    [
      'a record that was drawn meanwhile',
      ({ ledger }) =>
        ledger.act({
          sender: people.alice,
          call: { functionName: 'accessMedicalData', recordId: 1n, accessVolume: 600n },
        }),
      'LIMIT_ABOVE_REMAINDER',
    ],
    [
      'an approver who is no longer the CMO',
      (clinic) => Object.assign(clinic.ledger, { isChiefMedicalOfficer: async () => false }),
      'APPROVER_NOT_CMO',
    ],
  ])('%s refuses it, nothing is sent, and both people are told', async (_, change, code) => {
    const clinic = createClinic()
    const id = await approve(clinic)
    change(clinic)
    expect(await advance(clinic, id)).toMatchObject({ status: 'refused', failure: { code } })
    expect(clinic.ledger.arrivals).toEqual([])
    const told = await drain(clinic, id)
    expect(told.filter(({ kind }) => kind === 'direct').map(({ recipient }) => recipient)).toEqual([
      people.alice,
      people.cmo,
    ])
  })
})

test('a refusal by the contract after inclusion is told in its own words, and its nonce is spent once it is final', async () => {
  const clinic = createClinic()
  const id = await approve(clinic)
  await advance(clinic, id)
  clinic.ledger.act({ sender: people.cmo, call: { functionName: 'enableMaintenance' } })
  clinic.ledger.mine()
  expect(await advance(clinic, id)).toMatchObject({
    status: 'aborted',
    failure: { code: 'ERR_SYSTEM_MAINTENANCE' },
  })
  expect(await clinic.deps.store.listHeldNonces(people.alice)).toEqual([2n])
  clinic.ledger.advanceTenure(2)
  await advance(clinic, id)
  expect(await clinic.deps.store.listHeldNonces(people.alice)).toEqual([])
})

describe('a rejection by the node', () => {
  const rejectOnce = (clinic: Clinic, when: 'before' | 'after') =>
    clinic.ledger.disturbBroadcast({
      [when]: () => {
        throw new FeeTooLowError({ txid: '0x' })
      },
    })

  test('that no waiting mends ends the transaction and frees its nonce', async () => {
    const clinic = createClinic()
    const id = await approve(clinic)
    rejectOnce(clinic, 'before')
    expect(await advance(clinic, id)).toMatchObject({
      status: 'refused',
      failure: { code: 'REJECTED_FEE_TOO_LOW' },
    })
    expect(await clinic.deps.store.listHeldNonces(people.alice)).toEqual([])
  })

  test('does not end a transaction that the chain knows', async () => {
    const clinic = createClinic()
    const id = await approve(clinic)
    rejectOnce(clinic, 'after')
    expect(await advance(clinic, id)).toMatchObject({ status: 'broadcast' })
  })

  test('for want of funds ends it too and says what is wrong', async () => {
    const clinic = createClinic()
    const id = await approve(clinic)
    clinic.ledger.disturbBroadcast({
      before: () => {
        throw new NotEnoughFundsError({ txid: '0x' })
      },
    })
    await advance(clinic, id)
    expect((await last(clinic, id)).failure?.code).toBe('REJECTED_NOT_ENOUGH_FUNDS')
  })

  test('for too many requests waits as long as the node asks', async () => {
    const clinic = createClinic()
    const id = await approve(clinic)
    clinic.ledger.disturbBroadcast({
      before: () => {
        throw new RateLimitedError({ route: '/v2/transactions', retryAfterMs: 7_000 })
      },
    })
    await advance(clinic, id)
    expect((await last(clinic, id)).nextAttemptAt).toEqual(new Date(clinic.clock.now().getTime() + 7_000))
  })
})

test('an unreachable node loses nothing: the next call goes on', async () => {
  const clinic = createClinic()
  const id = await approve(clinic)
  clinic.ledger.disturbReads(() => {
    throw new NodeUnreachableError({ route: '/v2', problem: 'refused' })
  })
  await expect(advance(clinic, id)).rejects.toMatchObject({ retryable: true })
  clinic.ledger.disturbReads(null)
  expect(await advance(clinic, id)).toMatchObject({ status: 'broadcast' })
})

describe('a time-boxed grant', () => {
  async function grantFor(clinic: Clinic, duration: string) {
    const id = await approve(clinic, { duration })
    await advance(clinic, id)
    clinic.clock.advance(60_000)
    clinic.ledger.mine()
    await advance(clinic, id)
    return id
  }

  test('starts at inclusion, and its revoke is queued at its end, once', async () => {
    const clinic = createClinic()
    const id = await grantFor(clinic, '30m')
    const grant = await clinic.deps.store.getGrant(id)
    expect(grant).toMatchObject({
      status: 'active',
      startsAt: clinic.clock.now(),
      endsAt: new Date(clinic.clock.now().getTime() + 1_800_000),
    })
    expect(await endGrants(clinic.deps)).toBe(0)

    clinic.clock.advance(1_800_000)
    await Promise.all([endGrants(clinic.deps), endGrants(clinic.deps)])
    const [revoke, ...others] = await clinic.deps.store.findRequests({ kind: 'revoke', limit: 10 })
    expect(others).toEqual([])
    await advance(clinic, revoke?.id ?? '')
    clinic.ledger.mine()
    await advance(clinic, revoke?.id ?? '')
    expect(await eventsOnChain(clinic)).toEqual(['medical-access-granted', 'medical-access-revoked'])
    expect(await clinic.deps.store.getGrant(id)).toMatchObject({ status: 'expired' })
  })

  test('ends also during maintenance and after the CMO’s office changed hands', async () => {
    const clinic = createClinic()
    await grantFor(clinic, '30m')
    clinic.clock.advance(1_800_000)
    await endGrants(clinic.deps)
    clinic.ledger.act({ sender: people.cmo, call: { functionName: 'enableMaintenance' } })
    Object.assign(clinic.ledger, { isChiefMedicalOfficer: async () => false })
    const [revoke] = await clinic.deps.store.findRequests({ kind: 'revoke', limit: 1 })
    expect(await advance(clinic, revoke?.id ?? '')).toMatchObject({ status: 'broadcast' })
  })

  test('is ended early by a revoke, and its timer does nothing afterwards', async () => {
    const clinic = createClinic()
    const id = await grantFor(clinic, '30m')
    const revoke = await approve(clinic, { kind: 'revoke' })
    await advance(clinic, revoke)
    clinic.ledger.mine()
    await advance(clinic, revoke)
    expect(await clinic.deps.store.getGrant(id)).toMatchObject({ status: 'revoked' })
    clinic.clock.advance(1_800_000)
    expect(await endGrants(clinic.deps)).toBe(0)
  })

  test('that a newer grant replaced does not end the newer one', async () => {
    const clinic = createClinic()
    const first = await grantFor(clinic, '30m')
    clinic.clock.advance(1_800_000)
    await endGrants(clinic.deps)
    const second = await grantFor(clinic, '8h')
    expect(await clinic.deps.store.getGrant(first)).toMatchObject({ status: 'superseded' })
    const [revoke] = await clinic.deps.store.findRequests({ kind: 'revoke', limit: 1 })
    expect(await advance(clinic, revoke?.id ?? '')).toMatchObject({
      status: 'refused',
      failure: { code: 'GRANT_ENDED' },
    })
    expect(await clinic.deps.store.getGrant(second)).toMatchObject({ status: 'active' })
    expect((await eventsOnChain(clinic)).at(-1)).toBe('medical-access-granted')
  })
})

/** Takes every post of the request's lane, as delivery would. */
async function drain(clinic: Clinic, requestId: string) {
  const lane = { subject: { requestId }, platform: 'slack' as const }
  const posts = []
  for (;;) {
    const now = clinic.clock.now()
    const post = await clinic.deps.store.claimPost({ lane, now, staleBefore: new Date(0) })
    if (post === null) return posts
    posts.push(post)
    const sent = { platform: 'slack', workspace: 'T', channel: 'C', messageId: post.id } as const
    await clinic.deps.store.settlePost({
      id: post.id,
      attempts: post.attempts,
      revision: post.revision,
      outcome: { sent },
      at: now,
    })
  }
}
