import { beforeEach, describe, expect, test } from 'vitest'
import {
  type Clinic,
  createClinic,
  driveClinic,
  type Handle,
  people,
  reportFindings,
  sampleFinding,
} from '../../testing/index.ts'
import { operateAlert } from '../alerts/operateAlert.ts'
import { followOnce } from '../follower/followOnce.ts'
import { parseRequestInput } from '../input/parseRequestInput.ts'
import { submitRequest } from '../requests/submitRequest.ts'
import { suggestAlerts } from './suggestAlerts.ts'
import { suggestCategories } from './suggestCategories.ts'
import { suggestRecords } from './suggestRecords.ts'
import { suggestRequests } from './suggestRequests.ts'

let clinic: Clinic

beforeEach(async () => {
  clinic = createClinic()
  clinic.ledger.act({
    sender: people.ben,
    call: { functionName: 'createMedicalRecord', recordCategory: `${'x'.repeat(63)}y`, dataVolume: 7n },
  })
  await followOnce(clinic.deps)
  // From here on no suggestion may need the chain.
  clinic.ledger.disturbReads(() => Promise.reject(new Error('the chain was asked')))
})

const options = (handle: Handle | 'mallory', typed = '') => ({ account: clinic.account(handle), typed })
const values = async (suggestions: Promise<{ value: string }[]>) =>
  (await suggestions).map(({ value }) => value)

async function ask(staff: string): Promise<string> {
  clinic.ledger.disturbReads(null)
  const raw = {
    kind: 'grant',
    record: '1',
    staff,
    limit: '500',
    duration: '8h',
    reason: 'x'.repeat(400),
  } as const
  const { request } = await submitRequest(clinic.deps, {
    account: clinic.account('alice'),
    delivery: staff,
    input: parseRequestInput(raw, { network: 'devnet' }),
  })
  return request.id
}

test('records are their own first, with what tells them apart', async () => {
  expect(await suggestRecords(clinic.deps, options('ben'))).toEqual([
    { value: '5', label: `5 · ${'x'.repeat(63)}y · ben · 7 left` },
    { value: '3', label: '3 · cardiology · ben · 1,000 left' },
    { value: '4', label: '4 · cardiology · cmo · 1,000 left' },
    { value: '2', label: '2 · cardiology · alice · 50 left' },
    { value: '1', label: '1 · cardiology · alice · 1,000 left' },
  ])
  expect(await values(suggestRecords(clinic.deps, options('ben', ' #3')))).toEqual(['3'])
})

test('categories are their own first', async () => {
  expect(await values(suggestCategories(clinic.deps, options('alice')))).toEqual([
    'cardiology',
    `${'x'.repeat(63)}y`,
  ])
  expect(await values(suggestCategories(clinic.deps, options('alice', 'CARD ')))).toEqual(['cardiology'])
})

describe('requests are', () => {
  test('those that wait for the CMO, and for others those they made', async () => {
    const [first, second] = [await ask('<@U0NADIA>'), await ask('<@U0TOM>')]
    clinic.ledger.disturbReads(() => Promise.reject(new Error('the chain was asked')))
    expect(await values(suggestRequests(clinic.deps, options('cmo')))).toEqual([second, first])
    expect(await values(suggestRequests(clinic.deps, options('alice')))).toEqual([second, first])
    expect(await values(suggestRequests(clinic.deps, options('alice', 'to NADIA')))).toEqual([first])
    for (const handle of ['ben', 'nadia'] as const)
      expect(await suggestRequests(clinic.deps, options(handle))).toEqual([])
  })

  test('only those that the command is for', async () => {
    const id = await ask('<@U0NADIA>')
    const suggested = (handle: Handle, whose: 'to-decide' | 'own' | 'held') =>
      values(suggestRequests(clinic.deps, { ...options(handle), whose }))
    expect(await suggested('cmo', 'to-decide')).toEqual([id])
    expect(await suggested('cmo', 'own')).toEqual([])
    expect(await suggested('alice', 'own')).toEqual([id])
    expect(await suggested('alice', 'to-decide')).toEqual([])
    expect(await suggested('alice', 'held')).toEqual([])
  })

  test('short enough for every platform', async () => {
    const id = await ask('<@U0NADIA>')
    const [suggestion] = await suggestRequests(clinic.deps, options('cmo'))
    expect(suggestion?.label).toHaveLength(100)
    expect(suggestion?.label).toContain(
      `${id} · grant 500 of record 1 to nadia for 8 hours, asked by alice: x`,
    )
    expect(suggestion?.label.endsWith(' … (cut)')).toBe(true)
  })

  test('those whose grant they hold', async () => {
    clinic.ledger.disturbReads(null)
    const { approve, advance } = driveClinic(clinic)
    const id = await approve({ duration: '8h' })
    await advance(id)
    await advance(id)
    clinic.ledger.mine()
    await advance(id)
    expect(await suggestRequests(clinic.deps, options('nadia'))).toEqual([
      { value: id, label: `${id} · your grant of 500 of record 1 until 2026-01-01 17:00 UTC` },
    ])
    expect(await suggestRequests(clinic.deps, options('alice'))).toEqual([])
  })
})

describe('alerts are', () => {
  async function raise(handle: Handle, fingerprint: string): Promise<string> {
    clinic.ledger.disturbReads(null)
    const subject = `record of ${handle}`
    const finding = { rule: 'record-drawn', kind: 'condition', cause: handle, fingerprint, subject } as const
    const [alert] = await reportFindings(clinic.deps, { holds: [sampleFinding(finding)] })
    clinic.ledger.disturbReads(() => Promise.reject(new Error('the chain was asked')))
    return alert?.id ?? ''
  }

  test('those that are open, for the CMO and auditors alone', async () => {
    const [first, second] = [await raise('alice', 'a'), await raise('ben', 'b')]
    for (const handle of ['cmo', 'ines'] as const)
      expect(await values(suggestAlerts(clinic.deps, options(handle)))).toEqual([first, second])
    for (const handle of ['alice', 'nadia', 'mallory'] as const)
      expect(await suggestAlerts(clinic.deps, options(handle))).toEqual([])
    expect(await values(suggestAlerts(clinic.deps, options('cmo', ' OF ben')))).toEqual([second])
    expect(await values(suggestAlerts(clinic.deps, options('cmo', first)))).toEqual([first])
  })

  test('only those that the command is for', async () => {
    const [first, second] = [await raise('alice', 'a'), await raise('ben', 'b')]
    const suggested = (that: 'are-open' | 'are-firing' | 'are-silent') =>
      values(suggestAlerts(clinic.deps, { ...options('cmo'), that }))
    const silence = { kind: 'silence', durationMs: 3_600_000, reason: 'known' } as const
    await operateAlert(clinic.deps, { alertId: first, act: { kind: 'acknowledge' } })
    await operateAlert(clinic.deps, { alertId: second, act: silence })
    expect(await suggested('are-open')).toHaveLength(2)
    expect(await suggested('are-firing')).toEqual([second])
    expect(await suggested('are-silent')).toEqual([second])
    clinic.clock.advance(3_600_000)
    expect(await suggested('are-silent')).toEqual([])
  })
})

describe('nothing is suggested', () => {
  test.each([
    ['suggestRecords', suggestRecords],
    ['suggestCategories', suggestCategories],
    ['suggestRequests', suggestRequests],
    ['suggestAlerts', suggestAlerts],
  ])('by %s to who is not linked, and when the store fails', async (_, suggest) => {
    await ask('<@U0NADIA>')
    expect(await suggest(clinic.deps, options('mallory'))).toEqual([])
    const broken = () => Promise.reject(new Error('the store is away'))
    const store = {
      ...clinic.deps.store,
      suggestRecords: broken,
      suggestCategories: broken,
      findRequests: broken,
      listOpenAlerts: broken,
    }
    expect(await suggest({ ...clinic.deps, store }, options('alice'))).toEqual([])
  })
})
