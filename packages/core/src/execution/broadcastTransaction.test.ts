import {
  AmbiguousBroadcastError,
  FeeTooLowError,
  NotEnoughFundsError,
  RateLimitedError,
} from '@medikey/contract-client'
import { describe, expect, test } from 'vitest'
import { type Clinic, createClinic, driveClinic, type Handle, people } from '../../testing/index.ts'
import type { RawRequestInput } from '../input/parseRequestInput.ts'

const approve = (clinic: Clinic, raw: Partial<RawRequestInput> = {}, by: Handle = 'alice') =>
  driveClinic(clinic).approve(raw, by)
const last = (clinic: Clinic, requestId: string) => driveClinic(clinic).last(requestId)
const advance = (clinic: Clinic, requestId: string) => driveClinic(clinic).advance(requestId)
const eventsOnChain = (clinic: Clinic) => driveClinic(clinic).eventsOnChain()

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
