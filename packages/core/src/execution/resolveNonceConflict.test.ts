import { describe, expect, test } from 'vitest'
import { type Clinic, createClinic, driveClinic, type Handle, people } from '../../testing/index.ts'
import type { RawRequestInput } from '../input/parseRequestInput.ts'

const approve = (clinic: Clinic, raw: Partial<RawRequestInput> = {}, by: Handle = 'alice') =>
  driveClinic(clinic).approve(raw, by)
const advance = (clinic: Clinic, requestId: string) => driveClinic(clinic).advance(requestId)
const eventsOnChain = (clinic: Clinic) => driveClinic(clinic).eventsOnChain()

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
