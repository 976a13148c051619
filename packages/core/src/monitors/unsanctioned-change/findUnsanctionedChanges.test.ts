import type { ContractCall } from '@medikey/contract-client'
import { beforeEach, expect, test } from 'vitest'
import { type Clinic, type ClinicDriver, createClinic, driveClinic, people } from '../../../testing/index.ts'
import { type ClinicWatch, watchClinic } from '../../../testing/watchClinic.ts'
import { bindChain } from '../../follower/bindChain.ts'
import { findUnsanctionedChanges } from './findUnsanctionedChanges.ts'
import { unsanctionedChangeSchema } from './unsanctionedChangeSchema.ts'

let clinic: Clinic
let drive: ClinicDriver
let watch: ClinicWatch
beforeEach(async () => {
  clinic = createClinic()
  drive = driveClinic(clinic)
  watch = watchClinic(clinic, {
    monitor: findUnsanctionedChanges,
    settings: unsanctionedChangeSchema.parse(undefined),
  })
})

const grant: ContractCall = {
  functionName: 'grantMedicalAccess',
  recordId: 1n,
  medicalStaff: people.tom,
  accessLimit: 700n,
}
const act = (call: ContractCall, sender: string = people.alice) => clinic.ledger.act({ sender, call })
const look = async () => (await watch.look()).found
const rules = async () => (await look()).map(({ rule, severity }) => `${severity} ${rule}`)

/** What the CMO approved, on chain. */
async function carryOut(raw: Parameters<ClinicDriver['approve']>[0] = {}): Promise<string> {
  const id = await drive.approve(raw)
  await drive.advance(id)
  clinic.ledger.mine()
  return id
}

test('a grant that nobody approved is critical, told once, and says what to do', async () => {
  await bindChain(clinic.deps)
  act(grant)
  const [finding, ...others] = await look()
  expect(others).toEqual([])
  expect(finding).toMatchObject({
    rule: 'unsanctioned-grant',
    severity: 'critical',
    kind: 'happening',
    cause: people.alice,
    recordId: 1n,
  })
  expect(finding?.summary).toContain('alice granted tom 700 of record 1 directly on chain')
  // Who reads it is seldom who can do it.
  expect(finding?.summary).toContain(
    'have them revoke it with /medikey revoke: nobody but the record’s physician can',
  )
  expect(finding?.fingerprint).toBe(`unsanctioned-grant:${finding?.txid}:0`)
  expect(await look()).toEqual([])
})

test('revokes, archives and switches of maintenance past MediKey are told as well', async () => {
  await bindChain(clinic.deps)
  act(grant)
  act({ functionName: 'revokeMedicalAccess', recordId: 1n, medicalStaff: people.tom })
  act({ functionName: 'archiveRecord', recordId: 2n })
  act({ functionName: 'enableMaintenance' }, people.cmo)
  act({ functionName: 'disableMaintenance' }, people.cmo)
  expect(await rules()).toEqual([
    'critical unsanctioned-grant',
    'warning unsanctioned-revoke',
    'warning unsanctioned-archive',
    'critical unsanctioned-maintenance',
    'critical unsanctioned-maintenance',
  ])
})

test('what was approved is no surprise, even before the worker knows that it was mined', async () => {
  await bindChain(clinic.deps)
  await carryOut()
  await carryOut({ kind: 'revoke', limit: '' })
  expect(await rules()).toEqual([])
})

test('draws and new records are nobody to approve', async () => {
  await bindChain(clinic.deps)
  act({ functionName: 'createMedicalRecord', recordCategory: 'x', dataVolume: 5n })
  act({ functionName: 'accessMedicalData', recordId: 1n, accessVolume: 5n })
  expect(await rules()).toEqual([])
})

test('what happened before MediKey was installed was not its to approve', async () => {
  act(grant)
  await bindChain(clinic.deps)
  expect(await rules()).toEqual([])
})

test('a reorg that mines the same transaction again, or a rebuild, tells nothing anew', async () => {
  await bindChain(clinic.deps)
  act(grant)
  expect(await rules()).toHaveLength(1)
  await clinic.deps.store.transaction((unit) => unit.clearProjection())
  watch.forgetCursor()
  expect(await rules()).toEqual([])
})

test('our own call that a wallet sent again with a higher fee is no stranger, before it is adopted and after', async () => {
  await bindChain(clinic.deps)
  const id = await drive.approve()
  await drive.advance(id)
  const [sent] = clinic.ledger.mempool
  clinic.ledger.forget(sent?.txid ?? '')
  act({ ...grant, medicalStaff: people.nadia, accessLimit: 500n })
  expect(await rules()).toEqual([])
})

test('a call that only looks like the one under way, at another nonce, is told', async () => {
  await bindChain(clinic.deps)
  act({ functionName: 'accessMedicalData', recordId: 1n, accessVolume: 5n })
  const id = await drive.approve()
  await drive.advance(id)
  const [sent] = clinic.ledger.mempool
  clinic.ledger.forget(sent?.txid ?? '')
  act({ functionName: 'accessMedicalData', recordId: 1n, accessVolume: 5n })
  act({ ...grant, medicalStaff: people.nadia, accessLimit: 500n })
  expect(await rules()).toEqual(['critical unsanctioned-grant'])
})

test('other terms than those approved are told, even at our nonce', async () => {
  await bindChain(clinic.deps)
  const id = await drive.approve()
  await drive.advance(id)
  const [sent] = clinic.ledger.mempool
  clinic.ledger.forget(sent?.txid ?? '')
  act({ ...grant, medicalStaff: people.nadia, accessLimit: 501n })
  expect(await rules()).toEqual(['critical unsanctioned-grant'])
})

test('events of another version of the contract are left alone', async () => {
  await bindChain(clinic.deps)
  const report = await findUnsanctionedChanges(
    clinic.deps,
    {
      ...{ failedCalls: [], since: null, now: clinic.clock.now() },
      changes: [
        {
          ...{
            txid: '0x1',
            eventIndex: 0,
            blockHeight: 999,
            blockHash: '0x2',
            blockTime: clinic.clock.now(),
          },
          ...{ value: null, rawHex: '0x00' },
        },
      ],
    },
    unsanctionedChangeSchema.parse(undefined),
  )
  expect(report).toEqual({ holds: [], ended: [] })
})

test('what only the fork holds that a reorg brought is told, what it holds of ours is not', async () => {
  await bindChain(clinic.deps)
  await carryOut()
  await look()
  clinic.ledger.orphanTip()
  act({ ...grant, recordId: 3n }, people.ben)
  clinic.ledger.mine()
  expect(await look()).toMatchObject([{ rule: 'unsanctioned-grant', recordId: 3n, cause: people.ben }])
})
