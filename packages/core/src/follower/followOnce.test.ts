import { describe, expect, test } from 'vitest'
import { createClinic, createFakeLedger, driveClinic, people } from '../../testing/index.ts'
import { parseRequestInput } from '../input/parseRequestInput.ts'
import { submitRequest } from '../requests/submitRequest.ts'
import { bindChain } from './bindChain.ts'
import { followOnce } from './followOnce.ts'

const grant = {
  functionName: 'grantMedicalAccess',
  recordId: 1n,
  medicalStaff: people.nadia,
  accessLimit: 300n,
} as const
const draw = { functionName: 'accessMedicalData', recordId: 1n, accessVolume: 120n } as const

test('the projection tells what the chain tells: records, privileges, usage', async () => {
  const { deps, ledger } = createClinic()
  ledger.act({ sender: people.alice, call: grant })
  ledger.act({ sender: people.nadia, call: draw })
  ledger.act({ sender: people.ben, call: { functionName: 'archiveRecord', recordId: 3n } })
  await followOnce(deps)

  expect(await deps.store.getRecord(1n)).toMatchObject({
    physician: people.alice,
    dataVolume: 1000n,
    accessedVolume: 120n,
    activeRecord: true,
  })
  expect(await deps.store.getRecord(3n)).toMatchObject({ activeRecord: false })
  expect(await deps.store.listPrivileges(1n)).toMatchObject([
    { medicalStaff: people.nadia, accessLimit: 300n, usage: 120n },
  ])
  expect((await deps.store.listRecords({ offset: 0, limit: 10 })).map(({ recordId }) => recordId)).toEqual([
    4n,
    3n,
    2n,
    1n,
  ])

  ledger.act({
    sender: people.alice,
    call: { functionName: 'revokeMedicalAccess', recordId: 1n, medicalStaff: people.nadia },
  })
  await followOnce(deps)
  expect(await deps.store.listPrivileges(1n)).toEqual([])
})

test('each event is read once, however often and however far the follower reads', async () => {
  const { deps, ledger } = createClinic()
  for (let index = 0; index < 250; index += 1)
    ledger.act({ sender: people.alice, call: { ...draw, accessVolume: 1n } })
  expect(await followOnce(deps)).toMatchObject({ events: 254 })
  expect(await followOnce(deps)).toMatchObject({ events: 0 })
  ledger.act({ sender: people.alice, call: draw })
  expect(await followOnce(deps)).toMatchObject({ events: 1 })
  expect(await deps.store.getRecord(1n)).toMatchObject({ accessedVolume: 370n })
})

test('of a long history only the newest blocks are asked whether they are canonical still', async () => {
  const { deps, ledger } = createClinic()
  for (let index = 0; index < 2_600; index += 1) ledger.act({ sender: people.alice, call: draw })
  const asked: number[] = []
  const getBlock: typeof ledger.getBlock = async (o) => {
    if ('height' in o) asked.push(o.height)
    return ledger.getBlock(o)
  }
  for (let index = 0; index < 2_000; index += 1)
    ledger.act({ sender: people.alice, call: { ...draw, recordId: 2n, accessVolume: 1n } })
  await followOnce({ ...deps, ledger: { ...ledger, getBlock } })
  const { blockHeight } = await ledger.getTip()
  const [first, ...others] = await deps.store.listKnownBlocks({ atOrBelow: blockHeight, limit: 10_000 })
  expect(first?.height).toBe(blockHeight)
  expect(others.length).toBeGreaterThan(1_500)
  expect(asked).toContain(blockHeight)
  const older = asked.filter((height) => height <= blockHeight - 1_500)
  // The first batch, before the chain's height was asked for.
  expect(older.length).toBeLessThan(10)
})

test('an outage in the middle loses nothing', async () => {
  const { deps, ledger } = createClinic()
  for (let index = 0; index < 150; index += 1)
    ledger.act({ sender: people.alice, call: { ...draw, accessVolume: 1n } })
  let reads = 0
  ledger.disturbReads(() => {
    reads += 1
    if (reads === 4) throw new Error('reset')
  })
  await expect(followOnce(deps)).rejects.toThrow('reset')
  ledger.disturbReads(null)
  await followOnce(deps)
  expect(await deps.store.getRecord(1n)).toMatchObject({ accessedVolume: 150n })
  expect(await followOnce(deps)).toMatchObject({ events: 0 })
})

describe('after a reorg', () => {
  test('what the other fork holds below the newest known event is read, too', async () => {
    const clinic = createClinic()
    const { deps, ledger } = clinic
    await bindChain(deps)
    const { approve, advance } = driveClinic(clinic)
    const id = await approve({ staff: '<@U0TOM>' })
    await advance(id)
    ledger.mine()
    await followOnce(deps)
    ledger.orphanTip()
    ledger.act({ sender: people.ben, call: { ...grant, recordId: 3n } })
    ledger.mine()
    await followOnce(deps)
    expect(await deps.store.listPrivileges(3n)).toMatchObject([{ medicalStaff: people.nadia }])
    expect(await deps.store.listPrivileges(1n)).toMatchObject([{ medicalStaff: people.tom }])
  })

  test('a record that another transaction created under the same number is that one', async () => {
    const { deps, ledger } = createClinic()
    const create = { functionName: 'createMedicalRecord', recordCategory: 'x', dataVolume: 10n } as const
    ledger.act({ sender: people.alice, call: create })
    await followOnce(deps)
    ledger.orphanTip()
    ledger.act({ sender: people.ben, call: { ...create, dataVolume: 20n } })
    await followOnce(deps)
    expect(await deps.store.getRecord(5n)).toMatchObject({ physician: people.ben, dataVolume: 20n })
  })

  test('that left no event at all, nothing is known any more', async () => {
    const { deps, clock } = createClinic()
    const ledger = createFakeLedger({ clock, chiefMedicalOfficer: people.cmo })
    const empty = { ...deps, ledger }
    ledger.act({
      sender: people.alice,
      call: { functionName: 'createMedicalRecord', recordCategory: 'x', dataVolume: 10n },
    })
    await followOnce(empty)
    ledger.orphanTip()
    ledger.advanceTenure(1)
    const [checkpoint, at] = [await empty.store.getCheckpoint(), clock.now()]
    expect(await followOnce(empty)).toMatchObject({ events: 0, undone: 1 })
    const { blockHeight, blockHash } = checkpoint ?? {}
    expect(await deps.store.listReorgs({ after: null, until: at })).toEqual([
      {
        ...{ at, fromHeight: blockHeight, fromHash: blockHash, toHeight: blockHeight },
        ...{ events: 1, failedCalls: 0 },
      },
    ])
    expect(await deps.store.countRecords({})).toBe(0)
    expect(await deps.store.getCheckpoint()).toBeNull()
  })

  test('a node that lags behind changes nothing', async () => {
    const { deps, ledger } = createClinic()
    await followOnce(deps)
    const behind = { ...deps, ledger: { ...ledger, getBlock: async () => null } }
    ledger.act({ sender: people.alice, call: draw })
    expect(await followOnce(behind)).toMatchObject({ events: 0, isComplete: false })
    expect(await deps.store.getRecord(1n)).toMatchObject({ accessedVolume: 0n })
    expect(await followOnce(deps)).toMatchObject({ events: 1, isComplete: true })
    expect(await deps.store.listReorgs({ after: null, until: new Date(8.64e15) })).toEqual([])
  })
})

test('a round that something came between says that it did not reach the end', async () => {
  const { deps, ledger } = createClinic()
  const act = () => ledger.act({ sender: people.alice, call: draw })
  await followOnce(deps)
  act()
  const isComplete = async (disturbed: Partial<typeof ledger>) =>
    (await followOnce({ ...deps, ledger: { ...ledger, ...disturbed } })).isComplete
  const other = async (options: Parameters<typeof ledger.getContractEvents>[0]) => {
    await followOnce(deps)
    return ledger.getContractEvents(options)
  }
  expect(await isComplete({ getContractEvents: other })).toBe(false)
  act()
  // Of a page that names an event, no transaction is in a block any more.
  const gone = { transactions: [], cursor: null, olderCursor: null, newerCursor: null }
  const nowhere = { getContractTransactions: async () => gone, getTransaction: async () => null }
  expect(await isComplete(nowhere)).toBe(false)
  expect(await isComplete({})).toBe(true)
})

test('a draw brings a pending card up to date: a new grant would start its usage at zero', async () => {
  const clinic = createClinic()
  const { deps, ledger } = clinic
  ledger.act({ sender: people.alice, call: grant })
  await followOnce(deps)
  const input = parseRequestInput(
    { kind: 'grant', record: '1', staff: '<@U0NADIA>', limit: '500', reason: 'more' },
    { network: 'devnet' },
  )
  const { request } = await submitRequest(deps, { account: clinic.account('alice'), delivery: 'd', input })
  ledger.act({ sender: people.nadia, call: draw })
  await followOnce(deps)
  expect(await deps.store.getRequest(request.id)).toMatchObject({
    standing: { accessLimit: 300n, usage: 120n },
  })
})

test('a store refuses another chain than its own', async () => {
  const { deps } = createClinic()
  await bindChain(deps)
  await bindChain(deps)
  const fresh = {
    ...deps,
    ledger: { ...deps.ledger, getDeployment: async () => ({ txid: '0xfresh', blockHeight: 1 }) },
  }
  await expect(bindChain(fresh)).rejects.toMatchObject({
    code: 'CHAIN_MISMATCH',
    userMessage: expect.stringContaining('MEDIKEY_DATA_DIR'),
  })
  const missing = { ...deps, ledger: { ...deps.ledger, getDeployment: async () => null } }
  await expect(bindChain(missing)).rejects.toMatchObject({ code: 'CONTRACT_NOT_DEPLOYED' })
})
