import { describe, expect, test, vi } from 'vitest'
import { renderText } from '../../testing/renderText.ts'
import { type SlackClinic, startClinic } from '../../testing/startClinic.ts'
import type { FakeView } from '../../testing/World.ts'

async function ask(clinic: SlackClinic, staff = 'nadia'): Promise<string> {
  const before = clinic.slack.ephemerals('U0ALICE').length
  await clinic.slack.command({ user: 'U0ALICE', text: `grant 1 @${staff} 500 ward <round>` })
  await vi.waitFor(() => expect(clinic.slack.ephemerals('U0ALICE')).toHaveLength(before + 1))
  await clinic.deliver()
  const [request] = await clinic.clinic.deps.store.findRequests({ limit: 1 })
  return request?.id ?? ''
}

async function openHome(clinic: SlackClinic, user: string): Promise<FakeView> {
  const before = clinic.slack.calls('views.publish').length
  await clinic.slack.openHome({ user })
  return vi.waitFor(() => {
    const view = clinic.slack.home(user)
    if (view === undefined || clinic.slack.calls('views.publish').length === before)
      throw new Error('no home yet')
    return view
  })
}

const shows = (view: FakeView, text: string) =>
  vi.waitFor(() => expect(renderText(view.view)).toContain(text))

const status = async (clinic: SlackClinic, id: string) =>
  (await clinic.clinic.deps.store.getRequest(id))?.status

describe.each(['socket', 'http'] as const)('the Home tab, over %s', (mode) => {
  test('shows who may decide what waits, and approving it there shows what became of it', async () => {
    const clinic = await startClinic({ mode })
    const id = await ask(clinic)
    const view = await openHome(clinic, 'U0CMO')
    const waiting = renderText(view.view)
    expect(waiting).toContain('Waiting for me')
    expect(waiting).toContain('ward <round>')
    expect(waiting).toContain('[Approve] [Deny]')

    await clinic.slack.click({ user: 'U0CMO', view, actionId: 'medikey_approve', value: id })
    await shows(view, 'You approved')
    expect(renderText(view.view)).toContain('Nothing waits for you.')
    expect(await status(clinic, id)).toBe('approved')
    expect(clinic.slack.ephemerals('U0CMO')).toEqual([])
    await clinic.deliver()
    expect(clinic.slack.messages('C0APPROVE').map(({ edits }) => edits)).toEqual([1])
  })

  test('asks why something is denied, and shows the answer there', async () => {
    const clinic = await startClinic({ mode })
    const id = await ask(clinic)
    const view = await openHome(clinic, 'U0CMO')
    await clinic.slack.click({ user: 'U0CMO', view, actionId: 'medikey_deny', value: id })
    const form = await vi.waitFor(
      () => clinic.slack.modal('U0CMO') ?? Promise.reject(new Error('no form yet')),
    )
    await clinic.slack.submitView({ view: form, values: { reason: 'not on this ward' } })
    await shows(view, 'not on this ward')
    expect(await status(clinic, id)).toBe('denied')
    expect(clinic.slack.directMessages('U0CMO')).toEqual([])
  })
})

describe('the Home tab', () => {
  test('shows who asked how it stands, without buttons', async () => {
    const clinic = await startClinic()
    await ask(clinic)
    const shown = renderText((await openHome(clinic, 'U0ALICE')).view)
    expect(shown).toMatch(/My requests\n.*500 of record 1 to @U0NADIA.*ward <round> · Waiting/)
    expect(shown).not.toContain('[Approve]')
  })

  test('lets a physician consent to what staff ask for on their record', async () => {
    const clinic = await startClinic()
    await clinic.slack.command({ user: 'U0NADIA', text: 'request 1 5 night cover' })
    await vi.waitFor(() => expect(clinic.slack.ephemerals('U0NADIA')).toHaveLength(1))
    const view = await openHome(clinic, 'U0ALICE')
    expect(renderText(view.view)).toContain('[Consent] [Deny]')
    await clinic.slack.click({ user: 'U0ALICE', view, actionId: 'medikey_consent' })
    await shows(view, 'Nothing waits for you.')
    expect(await clinic.clinic.deps.store.findRequests({ limit: 2 })).toMatchObject([{ status: 'pending' }])
  })

  test('shows how things stand whenever it is opened', async () => {
    const clinic = await startClinic()
    const view = await openHome(clinic, 'U0ALICE')
    expect(renderText(view.view)).toContain('You asked for nothing yet.')
    await ask(clinic)
    expect(await openHome(clinic, 'U0ALICE')).toBe(view)
    expect(renderText(view.view)).toContain('500 of record 1')
  })

  test('forgets the answer to a click when it is opened again', async () => {
    const clinic = await startClinic()
    const id = await ask(clinic)
    const view = await openHome(clinic, 'U0CMO')
    await clinic.slack.click({ user: 'U0CMO', view, actionId: 'medikey_approve', value: id })
    await shows(view, 'You approved')
    expect(renderText((await openHome(clinic, 'U0CMO')).view)).not.toContain('You approved')
  })

  test('decides the request whose button was clicked, of several', async () => {
    const clinic = await startClinic()
    const first = await ask(clinic)
    const second = await ask(clinic, 'tom')
    const view = await openHome(clinic, 'U0CMO')
    await clinic.slack.click({ user: 'U0CMO', view, actionId: 'medikey_approve', value: first })
    await shows(view, 'You approved')
    expect([await status(clinic, first), await status(clinic, second)]).toEqual(['approved', 'pending'])
  })

  test('with a button that somebody made up decides nothing that they may not', async () => {
    const clinic = await startClinic()
    const id = await ask(clinic)
    const view = await openHome(clinic, 'U0CMO')
    const decided = await openHome(clinic, 'U0ALICE')
    // As if Alice’s client sent the CMO’s button from her own tab.
    decided.view = { ...decided.view, blocks: view.view.blocks }
    await clinic.slack.click({ user: 'U0ALICE', view: decided, actionId: 'medikey_approve', value: id })
    await shows(decided, 'Only the Chief Medical Officer')
    expect(await status(clinic, id)).toBe('pending')
  })

  test('with a stale button tells what already happened', async () => {
    const clinic = await startClinic()
    const id = await ask(clinic)
    const view = await openHome(clinic, 'U0CMO')
    const [card] = clinic.slack.messages('C0APPROVE')
    if (card === undefined) throw new Error('no card')
    await clinic.slack.click({ user: 'U0CMO', message: card, actionId: 'medikey_approve' })
    await vi.waitFor(() => expect(clinic.slack.ephemerals('U0CMO')).toHaveLength(1))
    await clinic.slack.click({ user: 'U0CMO', view, actionId: 'medikey_approve', value: id })
    await shows(view, 'already approved')
    expect(await clinic.clinic.deps.store.listTransactions(id)).toHaveLength(1)
  })

  test('whose event or click is delivered twice shows and decides once', async () => {
    const clinic = await startClinic({ mode: 'http' })
    const id = await ask(clinic)
    const opened = await clinic.slack.openHome({ user: 'U0CMO' })
    expect(await opened.redeliver()).toMatchObject({ status: 200 })
    const view = await openHome(clinic, 'U0CMO')
    const clicked = await clinic.slack.click({ user: 'U0CMO', view, actionId: 'medikey_approve', value: id })
    await clicked.redeliver()
    await shows(view, 'approved')
    await clinic.app.stop()
    expect(await clinic.clinic.deps.store.listTransactions(id)).toHaveLength(1)
  })

  test('tells somebody who is not linked how to be, and nothing else', async () => {
    const clinic = await startClinic({ world: { people: ['alice', 'nadia', 'mallory'] } })
    await ask(clinic)
    const shown = renderText((await openHome(clinic, 'U0MALLORY')).view)
    expect(shown).toContain('not linked')
    expect(shown).not.toContain('record')
  })

  test('is not published for the tab of the direct messages', async () => {
    const clinic = await startClinic()
    await clinic.slack.openHome({ user: 'U0ALICE', tab: 'messages' })
    await clinic.app.stop()
    expect(clinic.slack.calls('views.publish')).toEqual([])
  })

  test('says that things cannot be looked up while the chain is away', async () => {
    const clinic = await startClinic()
    clinic.clinic.ledger.disturbReads(() => Promise.reject(new Error('away')))
    const view = await openHome(clinic, 'U0CMO')
    expect(renderText(view.view)).toContain('⛔')
    clinic.clinic.ledger.disturbReads(null)
    expect(renderText((await openHome(clinic, 'U0CMO')).view)).toContain('Nothing waits for you.')
  })

  test('that Slack does not take is answered with a direct message', async () => {
    const clinic = await startClinic()
    const id = await ask(clinic)
    const view = await openHome(clinic, 'U0CMO')
    clinic.slack.fail({ method: 'views.publish', kind: 'error', error: 'internal_error' })
    await clinic.slack.click({ user: 'U0CMO', view, actionId: 'medikey_approve', value: id })
    await vi.waitFor(() =>
      expect(clinic.slack.directMessages('U0CMO').map(renderText)).toEqual([
        expect.stringContaining('You approved'),
      ]),
    )
  })
})
