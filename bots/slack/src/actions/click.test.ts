import { describe, expect, test, vi } from 'vitest'
import { renderText } from '../../testing/renderText.ts'
import { type SlackClinic, startClinic } from '../../testing/startClinic.ts'
import type { FakeMessage } from '../../testing/World.ts'

async function postCard(clinic: SlackClinic, staff = 'nadia'): Promise<{ card: FakeMessage; id: string }> {
  const before = clinic.slack.ephemerals('U0ALICE').length
  await clinic.slack.command({ user: 'U0ALICE', text: `grant 1 @${staff} 500 ward round` })
  await vi.waitFor(() => expect(clinic.slack.ephemerals('U0ALICE')).toHaveLength(before + 1))
  await clinic.deliver()
  const card = clinic.slack.messages('C0APPROVE').at(-1)
  const [request] = await clinic.clinic.deps.store.findRequests({ limit: 1 })
  if (card === undefined || request === undefined) throw new Error('no card')
  return { card, id: request.id }
}

async function answers(clinic: SlackClinic, user: string, count = 1): Promise<string[]> {
  return vi.waitFor(() => {
    const found = clinic.slack.ephemerals(user).map(renderText)
    expect(found).toHaveLength(count)
    return found
  })
}

async function openDenyForm(clinic: SlackClinic, card: FakeMessage, user = 'U0CMO') {
  await clinic.slack.click({ user, message: card, actionId: 'medikey_deny' })
  return vi.waitFor(() => clinic.slack.modal(user) ?? Promise.reject(new Error('no form yet')))
}

const status = async (clinic: SlackClinic, id: string) =>
  (await clinic.clinic.deps.store.getRequest(id))?.status

describe('Approve', () => {
  test('decides once, and the second one is told what already happened', async () => {
    const clinic = await startClinic()
    const { card, id } = await postCard(clinic)
    await Promise.all([
      clinic.slack.click({ user: 'U0CMO', message: card, actionId: 'medikey_approve' }),
      clinic.slack.click({ user: 'U0CMO', message: card, actionId: 'medikey_approve' }),
    ])
    const told = await answers(clinic, 'U0CMO', 2)
    expect(told.filter((text) => text.includes('You approved'))).toHaveLength(1)
    expect(told.filter((text) => text.includes('already approved'))).toHaveLength(1)
    expect(await clinic.clinic.deps.store.listTransactions(id)).toHaveLength(1)
  })

  test('that is delivered again has no second effect', async () => {
    const clinic = await startClinic()
    const { card, id } = await postCard(clinic)
    const delivery = await clinic.slack.click({ user: 'U0CMO', message: card, actionId: 'medikey_approve' })
    await delivery.redeliver()
    await answers(clinic, 'U0CMO', 2)
    expect(await clinic.clinic.deps.store.listTransactions(id)).toHaveLength(1)
  })

  test.each([
    ['U0ALICE', 'Only the Chief Medical Officer'],
    ['U0NADIA', 'Only the Chief Medical Officer'],
  ])('by %s is refused, whoever may see the card', async (user, expected) => {
    const clinic = await startClinic()
    const { card, id } = await postCard(clinic)
    await clinic.slack.click({ user, message: card, actionId: 'medikey_approve' })
    await vi.waitFor(() => expect(clinic.slack.ephemerals(user).map(renderText).join()).toContain(expected))
    expect(await status(clinic, id)).toBe('pending')
  })

  test('by somebody of another workspace with the CMO’s user id is refused', async () => {
    const clinic = await startClinic({ world: { guests: { team: 'T0OTHER', people: ['cmo'] } } })
    const { card, id } = await postCard(clinic)
    await clinic.slack.click({ user: 'U0CMO', message: card, actionId: 'medikey_approve' })
    expect(await answers(clinic, 'U0CMO')).toEqual([expect.stringContaining('not linked')])
    expect(await status(clinic, id)).toBe('pending')
  })

  test('that stands in no message does not pass for a typed command', async () => {
    const clinic = await startClinic()
    const { card, id } = await postCard(clinic)
    const forge = { isDetached: true }
    await clinic.slack.click({ user: 'U0CMO', message: card, actionId: 'medikey_approve', forge })
    await clinic.slack.click({ user: 'U0CMO', message: card, actionId: 'medikey_deny', forge })
    const view = await vi.waitFor(
      () => clinic.slack.modal('U0CMO') ?? Promise.reject(new Error('no form yet')),
    )
    await clinic.slack.submitView({ view, values: { reason: 'not her ward' } })
    for (const answer of await answers(clinic, 'U0CMO', 2)) {
      expect(answer).toContain('does not stand on the card')
    }
    expect(await status(clinic, id)).toBe('pending')
  })

  test('with a forged request id decides neither request', async () => {
    const clinic = await startClinic()
    const first = await postCard(clinic)
    const second = await postCard(clinic, 'tom')
    await clinic.slack.click({
      user: 'U0CMO',
      message: first.card,
      actionId: 'medikey_approve',
      forge: { value: second.id },
    })
    expect(await answers(clinic, 'U0CMO')).toEqual([expect.stringContaining('does not stand on the card')])
    expect([await status(clinic, first.id), await status(clinic, second.id)]).toEqual(['pending', 'pending'])
  })

  test.each(['', 'x'.repeat(2000), '../../etc', '<@U0CMO>'])(
    'with the value %s is refused',
    async (value) => {
      const clinic = await startClinic()
      const { card, id } = await postCard(clinic)
      await clinic.slack.click({
        user: 'U0CMO',
        message: card,
        actionId: 'medikey_approve',
        forge: { value },
      })
      expect(await answers(clinic, 'U0CMO')).toEqual([expect.stringContaining('no such request')])
      expect(await status(clinic, id)).toBe('pending')
    },
  )

  test('a button that this version does not know is answered and changes nothing', async () => {
    const clinic = await startClinic()
    const { card, id } = await postCard(clinic)
    const forge = { actionId: 'medikey_approve_all' }
    await clinic.slack.click({ user: 'U0CMO', message: card, actionId: 'medikey_approve', forge })
    expect(await answers(clinic, 'U0CMO')).toEqual([expect.stringContaining('another version')])
    expect(await status(clinic, id)).toBe('pending')
  })
})

describe('Deny', () => {
  test('asks for the reason in a form, before any look-up, and tells it to who asked', async () => {
    const clinic = await startClinic()
    const { card, id } = await postCard(clinic)
    clinic.clinic.ledger.disturbReads(() => Promise.reject(new Error('the chain is away')))
    const view = await openDenyForm(clinic, card)
    clinic.clinic.ledger.disturbReads(null)

    await clinic.slack.submitView({ view, values: { reason: 'not on <this> ward' } })
    expect(await answers(clinic, 'U0CMO')).toEqual([expect.stringContaining('not on <this> ward')])
    expect(await status(clinic, id)).toBe('denied')
    await clinic.deliver()
    expect(renderText(card)).toContain('not on <this> ward')
    expect(clinic.slack.directMessages('U0ALICE').map(renderText)).toEqual([
      expect.stringContaining('not on <this> ward'),
    ])
  })

  test('is authorised when the form is submitted', async () => {
    const clinic = await startClinic()
    const { card, id } = await postCard(clinic)
    const view = await openDenyForm(clinic, card, 'U0NADIA')
    await clinic.slack.submitView({ view, values: { reason: 'mine' } })
    expect(await answers(clinic, 'U0NADIA')).toEqual([
      expect.stringContaining('Only the Chief Medical Officer'),
    ])
    expect(await status(clinic, id)).toBe('pending')
  })

  test('a reason of spaces is none', async () => {
    const clinic = await startClinic()
    const { card, id } = await postCard(clinic)
    const view = await openDenyForm(clinic, card)
    await clinic.slack.submitView({ view, values: { reason: '   ' } })
    expect(view.errors).toEqual({ reason: expect.stringContaining('reason') })
    expect(view.isOpen).toBe(true)
    expect(await status(clinic, id)).toBe('pending')
  })

  test('a request that was decided while the form was open is told so', async () => {
    const clinic = await startClinic()
    const { card } = await postCard(clinic)
    const view = await openDenyForm(clinic, card)
    await clinic.slack.click({ user: 'U0CMO', message: card, actionId: 'medikey_approve' })
    await answers(clinic, 'U0CMO')
    await clinic.slack.submitView({ view, values: { reason: 'too late' } })
    expect((await answers(clinic, 'U0CMO', 2))[1]).toContain('already approved')
  })

  test('the form carries a forged request id no further than the button would', async () => {
    const clinic = await startClinic()
    const first = await postCard(clinic)
    const second = await postCard(clinic, 'tom')
    const forge = { value: second.id }
    await clinic.slack.click({ user: 'U0CMO', message: first.card, actionId: 'medikey_deny', forge })
    const view = await vi.waitFor(
      () => clinic.slack.modal('U0CMO') ?? Promise.reject(new Error('no form yet')),
    )
    await clinic.slack.submitView({ view, values: { reason: 'no' } })
    expect(await answers(clinic, 'U0CMO')).toEqual([expect.stringContaining('does not stand on the card')])
    expect(await status(clinic, second.id)).toBe('pending')
  })
})
