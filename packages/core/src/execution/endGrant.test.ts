import { describe, expect, test } from 'vitest'
import { type Clinic, createClinic, driveClinic, type Handle, people } from '../../testing/index.ts'
import type { RawRequestInput } from '../input/parseRequestInput.ts'
import { endGrants } from './endGrants.ts'

const approve = (clinic: Clinic, raw: Partial<RawRequestInput> = {}, by: Handle = 'alice') =>
  driveClinic(clinic).approve(raw, by)
const advance = (clinic: Clinic, requestId: string) => driveClinic(clinic).advance(requestId)
const eventsOnChain = (clinic: Clinic) => driveClinic(clinic).eventsOnChain()

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
