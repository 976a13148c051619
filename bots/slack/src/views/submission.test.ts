import { describe, expect, test, vi } from 'vitest'
import { renderText } from '../../testing/renderText.ts'
import { type SlackClinic, startClinic } from '../../testing/startClinic.ts'
import type { FakeView } from '../../testing/World.ts'

async function openForm(clinic: SlackClinic, text: string, channel = 'C0WARD'): Promise<FakeView> {
  await clinic.slack.command({ user: 'U0ALICE', text, channel })
  return vi.waitFor(() => clinic.slack.modal('U0ALICE') ?? Promise.reject(new Error('no form yet')))
}

function prefilled(view: FakeView): Record<string, string | undefined> {
  return Object.fromEntries(
    view.view.blocks.flatMap((block) =>
      block.type === 'input'
        ? [
            [
              block.block_id ?? '',
              block.element.type === 'users_select'
                ? block.element.initial_user
                : block.element.initial_value,
            ],
          ]
        : [],
    ),
  )
}

const filled = { record: '1', staff: 'U0NADIA', limit: '500', duration: '8h', reason: 'ward round' }

describe('a request that lacks parts opens a form', () => {
  test.each(['grant', 'revoke'])('%s, empty', async (kind) => {
    const view = await openForm(await startClinic(), kind)
    expect(Object.values(prefilled(view)).every((value) => value === undefined)).toBe(true)
  })

  test('with what is there filled in', async () => {
    const view = await openForm(await startClinic(), 'grant 1 @nadia')
    expect(prefilled(view)).toMatchObject({
      record: '1',
      staff: 'U0NADIA',
      limit: undefined,
      reason: undefined,
    })
  })

  test('with a principal where nobody was mentioned', async () => {
    const view = await openForm(await startClinic(), 'revoke 1 ST2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NNC')
    expect(prefilled(view)).toMatchObject({
      principal: 'ST2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NNC',
      staff: undefined,
    })
  })

  test('however long what is there is', async () => {
    const view = await openForm(await startClinic(), `grant ${'1'.repeat(5000)}`)
    expect(prefilled(view).record).toHaveLength(3000)
  })

  test('before anything is looked up: also for somebody who is not linked, and while the chain is away', async () => {
    const clinic = await startClinic({ world: { people: ['mallory'] } })
    clinic.clinic.ledger.disturbReads(() => new Promise(() => undefined))
    await clinic.slack.command({ user: 'U0MALLORY', text: 'grant' })
    await vi.waitFor(() => expect(clinic.slack.modal('U0MALLORY')).toBeDefined())
  })

  test('once, when the command is delivered twice', async () => {
    const clinic = await startClinic()
    const delivery = await clinic.slack.command({ user: 'U0ALICE', text: 'grant' })
    await delivery.redeliver()
    await vi.waitFor(() => expect(clinic.slack.calls('views.open')).toHaveLength(2))
    await clinic.app.stop()
    expect(clinic.slack.ephemerals('U0ALICE')).toEqual([])
  })

  test('and a trigger that came too late is explained', async () => {
    const clinic = await startClinic()
    clinic.slack.fail({ method: 'views.open', kind: 'error', error: 'expired_trigger_id' })
    await clinic.slack.command({ user: 'U0ALICE', text: 'grant' })
    await vi.waitFor(() =>
      expect(clinic.slack.ephemerals('U0ALICE').map(renderText)).toEqual([
        expect.stringContaining('in time'),
      ]),
    )
  })
})

describe('a filled form', () => {
  test.each(['socket', 'http'] as const)('asks core, over %s', async (mode) => {
    const clinic = await startClinic({ mode })
    const view = await openForm(clinic, 'grant')
    await clinic.slack.submitView({ view, values: filled })
    expect(view.isOpen).toBe(false)
    await vi.waitFor(() =>
      expect(clinic.slack.ephemerals('U0ALICE')).toMatchObject([{ via: 'response_url', channel: 'C0WARD' }]),
    )
    expect(await clinic.clinic.deps.store.findRequests({ limit: 2 })).toMatchObject([
      { kind: 'grant', accessLimit: 500n, durationMs: 28_800_000, reason: 'ward round' },
    ])
  })

  test('to revoke asks for a revoke', async () => {
    const clinic = await startClinic()
    clinic.clinic.ledger.act({
      sender: 'ST1SJ3DTE5DN7X54YDH5D64R3BCB6A2AG2ZQ8YPD5',
      call: {
        functionName: 'grantMedicalAccess',
        recordId: 1n,
        medicalStaff: 'ST2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NNC',
        accessLimit: 5n,
      },
    })
    const view = await openForm(clinic, 'revoke 1 @nadia')
    await clinic.slack.submitView({ view, values: { reason: 'shift is over' } })
    await vi.waitFor(async () =>
      expect(await clinic.clinic.deps.store.findRequests({ limit: 2 })).toMatchObject([{ kind: 'revoke' }]),
    )
  })

  test('shows each problem at its field and stays open', async () => {
    const clinic = await startClinic()
    const view = await openForm(clinic, 'grant')
    await clinic.slack.submitView({
      view,
      values: { record: 'seven', principal: 'nadia', limit: '0', duration: 'soon', reason: 'x'.repeat(501) },
    })
    expect(view.isOpen).toBe(true)
    expect(Object.keys(view.errors).toSorted()).toEqual([
      'duration',
      'limit',
      'principal',
      'reason',
      'record',
    ])
    await clinic.slack.submitView({ view, values: { ...filled } })
    await vi.waitFor(async () =>
      expect(await clinic.clinic.deps.store.findRequests({ limit: 2 })).toHaveLength(1),
    )
  })

  test('needs somebody to be for', async () => {
    const clinic = await startClinic()
    const view = await openForm(clinic, 'grant')
    await clinic.slack.submitView({ view, values: { record: '1', limit: '5', reason: 'ward round' } })
    expect(Object.keys(view.errors)).toEqual(['staff'])
  })

  test('with a person and a principal says that it cannot choose', async () => {
    const clinic = await startClinic()
    const view = await openForm(clinic, 'grant')
    await clinic.slack.submitView({
      view,
      values: { ...filled, principal: 'ST2NEB84ASENDXKYGJPQW86YXQCEFEX2ZQPG87ND' },
    })
    expect(Object.keys(view.errors)).toEqual(['principal'])
    expect(await clinic.clinic.deps.store.findRequests({ limit: 2 })).toEqual([])
  })

  test('is authorised when it is submitted: who is not the physician is refused afterwards', async () => {
    const clinic = await startClinic()
    const view = await openForm(clinic, 'grant')
    await clinic.slack.submitView({ view, values: { ...filled, record: '3' } })
    await vi.waitFor(() =>
      expect(clinic.slack.ephemerals('U0ALICE').map(renderText)).toEqual([expect.stringMatching(/^⛔ /)]),
    )
  })

  test('that is delivered twice asks once', async () => {
    const clinic = await startClinic()
    const view = await openForm(clinic, 'grant')
    const delivery = await clinic.slack.submitView({ view, values: filled })
    await delivery.redeliver()
    await vi.waitFor(() => expect(clinic.slack.ephemerals('U0ALICE')).toHaveLength(2))
    const [first, second] = clinic.slack.ephemerals('U0ALICE').map(renderText)
    expect(second).toBe(first)
    expect(await clinic.clinic.deps.store.findRequests({ limit: 10 })).toHaveLength(1)
  })

  test('of a form that this version does not know changes nothing and is answered', async () => {
    const clinic = await startClinic()
    const view = await openForm(clinic, 'grant')
    view.view = { ...view.view, callback_id: 'medikey_from_the_past' }
    await clinic.slack.submitView({ view, values: filled })
    await vi.waitFor(() =>
      expect(clinic.slack.ephemerals('U0ALICE').map(renderText)).toEqual([
        expect.stringContaining('another version'),
      ]),
    )
    expect(await clinic.clinic.deps.store.findRequests({ limit: 10 })).toEqual([])
  })
})

describe('a form of another version', () => {
  const change = (parts: object) => ({
    edit: (payload: Record<string, unknown>) => ({
      ...payload,
      view: { ...(payload.view as object), ...parts },
    }),
  })

  test.each([
    ['whose memory cannot be read', change({ private_metadata: 'not ours' }), 'another version'],
    ['that asks for more than its fields', change({ callback_id: 'medikey_form_grant' }), 'Say which record'],
  ])('%s is answered in a message', async (_, tamper, expected) => {
    const clinic = await startClinic()
    const view = await openForm(clinic, 'deny k3x9q1mz7t')
    await clinic.slack.submitView({ view, values: { reason: 'not her ward' }, tamper })
    await vi.waitFor(() => {
      const told = [...clinic.slack.directMessages('U0ALICE'), ...clinic.slack.ephemerals('U0ALICE')]
      expect(told.map(renderText)).toEqual([expect.stringContaining(expected)])
    })
  })
})
