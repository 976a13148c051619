import { describe, expect, test } from 'vitest'
import { type Clinic, createClinic, driveClinic, type Handle, people } from '../../testing/index.ts'
import type { RawRequestInput } from '../input/parseRequestInput.ts'

const approve = (clinic: Clinic, raw: Partial<RawRequestInput> = {}, by: Handle = 'alice') =>
  driveClinic(clinic).approve(raw, by)
const last = (clinic: Clinic, requestId: string) => driveClinic(clinic).last(requestId)
const advance = (clinic: Clinic, requestId: string) => driveClinic(clinic).advance(requestId)

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
