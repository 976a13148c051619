import { expect, test } from 'vitest'
import { createClinic, people } from '../../testing/index.ts'
import { parseRequestInput } from '../input/parseRequestInput.ts'
import { lookOnce } from '../monitors/lookOnce.ts'
import { monitors, type ScheduledMonitor } from '../monitors/monitors.ts'
import { submitRequest } from '../requests/submitRequest.ts'
import { bindChain } from './bindChain.ts'
import { dropProjection } from './dropProjection.ts'
import { followOnce } from './followOnce.ts'

const GRANT = {
  sender: people.alice,
  call: { functionName: 'grantMedicalAccess', recordId: 1n, medicalStaff: people.tom, accessLimit: 300n },
} as const

async function setup() {
  const clinic = createClinic()
  const { deps, ledger } = clinic
  await bindChain(deps)
  await followOnce(deps)
  ledger.act(GRANT)
  ledger.act({ sender: people.cmo, call: { functionName: 'enableMaintenance' } })
  await followOnce(deps)
  const lookAll = async () => {
    for (const monitor of Object.keys(monitors) as ScheduledMonitor[]) await lookOnce(deps, { monitor })
  }
  await lookAll()
  const alerts = () => deps.store.listAlerts({ limit: 100 })
  const read = async () => ({
    records: await deps.store.listRecords({ offset: 0, limit: 100 }),
    privileges: await deps.store.listPrivileges(1n),
    checkpoint: await deps.store.getCheckpoint(),
    events: await deps.store.countEvents(),
  })
  return { clinic, deps, ledger, lookAll, alerts, read }
}

test('what is read again is what was read before, and no monitor says anything of it meanwhile', async () => {
  const { clinic, deps, lookAll, alerts, read } = await setup()
  const [before, told] = [await read(), await alerts()]
  expect(told.map(({ rule }) => rule).sort()).toEqual([
    'maintenance-began',
    'unsanctioned-grant',
    'unsanctioned-maintenance',
  ])
  await dropProjection(deps)
  expect(await read()).toMatchObject({ records: [], privileges: [], checkpoint: null, events: 0 })
  // An hour: longer than any condition has to hold.
  for (let minute = 0; minute < 60; minute += 1) {
    await lookAll()
    clinic.clock.advance(60_000)
  }
  expect((await alerts()).filter(({ cause }) => cause !== 'chain')).toEqual(told)
  expect((await alerts()).filter(({ rule }) => rule === 'follower-behind')).toEqual([])
  await followOnce(deps)
  expect(await read()).toEqual(before)
  await lookAll()
  // The chain's own troubles aside, there is nothing new.
  expect((await alerts()).filter(({ cause }) => cause !== 'chain')).toHaveLength(told.length)
})

test('a reorg while there is nothing to tell it by leaves no monitor waiting', async () => {
  const { deps, ledger, lookAll, alerts } = await setup()
  await dropProjection(deps)
  ledger.orphanTip()
  ledger.orphanTip()
  await followOnce(deps)
  await lookAll()
  ledger.act({ ...GRANT, sender: people.ben, call: { ...GRANT.call, recordId: 3n } })
  await followOnce(deps)
  await lookAll()
  expect((await alerts()).filter(({ rule }) => rule === 'unsanctioned-grant').length).toBeGreaterThan(1)
})

test('a chain that does not answer, or is another one, has nothing dropped', async () => {
  const { deps, ledger, read } = await setup()
  const before = await read()
  ledger.disturbReads(() => {
    throw new Error('the node is away')
  })
  await expect(dropProjection(deps)).rejects.toThrow('the node is away')
  ledger.disturbReads(null)
  const other = { ...deps.ledger, getDeployment: async () => ({ txid: '0xother', blockHeight: 1 }) }
  await expect(dropProjection({ ...deps, ledger: other })).rejects.toMatchObject({ code: 'CHAIN_MISMATCH' })
  expect(await read()).toEqual(before)
})

test('the card of a pending request is not taken through history again', async () => {
  const clinic = createClinic()
  const { deps, ledger } = clinic
  await bindChain(deps)
  ledger.act(GRANT)
  ledger.act({ ...GRANT, call: { ...GRANT.call, accessLimit: 400n } })
  await followOnce(deps)
  await lookOnce(deps, { monitor: 'access-volume' })
  const input = parseRequestInput(
    { kind: 'grant', record: '1', staff: '<@U0TOM>', limit: '500', reason: 'ward round' },
    { network: 'devnet' },
  )
  const { request } = await submitRequest(deps, { account: clinic.account('alice'), delivery: 'd', input })
  const read = async () => ({
    request: await deps.store.getRequest(request.id),
    posts: await deps.store.summarizePosts({ failedSince: new Date(0) }),
  })
  const before = await read()
  await dropProjection(deps)
  await followOnce(deps)
  expect(await read()).toEqual(before)
})
