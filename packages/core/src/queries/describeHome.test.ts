import { beforeEach, expect, test } from 'vitest'
import {
  type Clinic,
  createClinic,
  driveClinic,
  type Handle,
  people,
  reportFindings,
  sampleFinding,
  sampleRequest,
} from '../../testing/index.ts'
import { operateAlert } from '../alerts/operateAlert.ts'
import { followOnce } from '../follower/followOnce.ts'
import { parseRequestInput } from '../input/parseRequestInput.ts'
import { toPlainText } from '../messages/toPlainText.ts'
import { submitRequest } from '../requests/submitRequest.ts'
import { describeHome } from './describeHome.ts'

let clinic: Clinic

beforeEach(() => {
  clinic = createClinic()
})

async function ask(delivery = 'd1', staff = '<@U0TOM>'): Promise<string> {
  const raw = { kind: 'grant', record: '1', staff, limit: '50', reason: 'ward round' } as const
  const input = parseRequestInput(raw, { network: 'devnet' })
  const { request } = await submitRequest(clinic.deps, { account: clinic.account('alice'), delivery, input })
  return request.id
}

/** The home by its headings: the text of each line, or what stands for none. */
async function home(handle: Handle): Promise<Record<string, string[]>> {
  const { sections } = await describeHome(clinic.deps, { account: clinic.account(handle) })
  return Object.fromEntries(
    sections.map(({ title, lines, empty }) => [
      title,
      lines.length === 0 ? [toPlainText(empty)] : lines.map(({ text }) => toPlainText(text)),
    ]),
  )
}

test('the CMO finds what waits for them, with the buttons that decide it', async () => {
  const id = await ask()
  expect(await home('cmo')).toEqual({
    'Waiting for me': ['grant 50 of record 1 to tom, asked by alice: ward round'],
    'Open alerts': ['No alert is open.'],
    'My requests': ['You asked for nothing yet.'],
    'Active grants': ['You hold no grant, and gave none.'],
  })
  const { sections } = await describeHome(clinic.deps, { account: clinic.account('cmo') })
  expect(sections[0]?.lines).toMatchObject([
    {
      id,
      actions: [
        { kind: 'approve', id },
        { kind: 'deny', id },
      ],
    },
  ])
})

test('a physician finds what waits for their consent, and nobody else does', async () => {
  await clinic.deps.store.transaction((unit) =>
    unit.insertRequest(
      sampleRequest({
        id: 'r1',
        status: 'awaiting-consent',
        recordId: 1n,
        physician: people.alice,
        medicalStaff: people.nadia,
        requester: people.nadia,
      }),
    ),
  )
  const { sections } = await describeHome(clinic.deps, { account: clinic.account('alice') })
  expect(sections[0]?.lines).toMatchObject([{ id: 'r1', actions: [{ kind: 'consent' }, { kind: 'deny' }] }])
  for (const handle of ['ben', 'cmo'] as const)
    expect((await home(handle))['Waiting for me']).toEqual(['Nothing waits for you.'])
  const [, own] = (await describeHome(clinic.deps, { account: clinic.account('nadia') })).sections
  expect(own?.lines).toMatchObject([{ id: 'r1', actions: [{ kind: 'cancel' }] }])
})

test('who asked finds how it stands, and what concerns nobody else stays theirs', async () => {
  await ask()
  const { 'My requests': own, 'Waiting for me': waiting } = await home('alice')
  expect(waiting).toEqual(['Nothing waits for you.'])
  expect(own).toEqual([
    expect.stringMatching(/^grant 50 of record 1 to tom.* · Waiting for a decision until/),
  ])
  expect((await home('ben'))['My requests']).toEqual(['You asked for nothing yet.'])
})

test('a grant stands with who holds it and who gave it, with what is used', async () => {
  const { approve, advance } = driveClinic(clinic)
  const id = await approve({ duration: '8h' })
  await advance(id)
  await advance(id)
  clinic.ledger.mine()
  await advance(id)
  clinic.ledger.act({
    sender: people.nadia,
    call: { functionName: 'accessMedicalData', recordId: 1n, accessVolume: 120n },
  })
  await followOnce(clinic.deps)
  const line = 'nadia on record 1: 120 of 500 used, until 2026-01-01 17:00 UTC'
  for (const handle of ['nadia', 'alice'] as const)
    expect((await home(handle))['Active grants']).toEqual([line])
  expect((await home('tom'))['Active grants']).toEqual(['You hold no grant, and gave none.'])
  const actions = async (handle: Handle) =>
    (await describeHome(clinic.deps, { account: clinic.account(handle) })).sections[2]?.lines[0]?.actions
  expect(await actions('nadia')).toEqual([{ kind: 'release', id }])
  expect(await actions('alice')).toEqual([])
})

test('the CMO finds the open alerts, the most severe first, with the buttons that answer them', async () => {
  const { deps } = clinic
  const raise = (finding: Parameters<typeof sampleFinding>[0]) =>
    reportFindings(deps, { holds: [sampleFinding(finding)] })
  await raise({
    rule: 'record-drawn',
    severity: 'warning',
    kind: 'condition',
    fingerprint: 'a',
    subject: 'record 2',
  })
  await raise({ subject: 'record 7' })
  expect((await home('cmo'))['Open alerts']).toEqual([
    'critical · grant without approval: record 7 · firing, since 2026-01-01 09:00 UTC',
    'warning · record with little or nothing left: record 2 · firing, since 2026-01-01 09:00 UTC',
  ])
  for (const handle of ['alice', 'nadia', 'ines'] as const)
    expect(await home(handle)).not.toHaveProperty('Open alerts')
  const buttons = async () => {
    const { sections } = await describeHome(deps, { account: clinic.account('cmo') })
    return sections[1]?.lines.map(({ actions }) => actions.map(({ kind }) => kind))
  }
  expect(await buttons()).toEqual([
    ['acknowledge', 'silence'],
    ['acknowledge', 'silence'],
  ])
  for (const { id: alertId } of await deps.store.listOpenAlerts({ limit: 10 }))
    await operateAlert(deps, { alertId, act: { kind: 'acknowledge' } })
  expect(await buttons()).toEqual([['silence']])
})

test('a long list is cut, and says so', async () => {
  for (let index = 0; index < 11; index += 1) await ask(`d${index}`, `${people.tom}.wallet-${index}`)
  const { sections } = await describeHome(clinic.deps, { account: clinic.account('cmo') })
  expect(sections.map(({ lines, isCut }) => [lines.length, isCut])).toEqual([
    [10, true],
    [0, false],
    [0, false],
    [0, false],
  ])
})

test('somebody who is not linked is told how to be, and nothing else', async () => {
  await ask()
  const { notice, sections } = await describeHome(clinic.deps, { account: clinic.account('mallory') })
  expect(toPlainText(notice[0] ?? [])).toContain('not linked')
  expect(sections).toEqual([])
})
