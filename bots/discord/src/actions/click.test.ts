import { describe, expect, test, vi } from 'vitest'
import { userIds } from '../../testing/fixedIds.ts'
import { renderText } from '../../testing/renderText.ts'
import { type DiscordClinic, startClinic } from '../../testing/startClinic.ts'
import type { FakeMessage, FakeModal } from '../../testing/World.ts'

const { alice, cmo, nadia, tom } = userIds

async function postCard(
  clinic: DiscordClinic,
  staff: string = nadia,
): Promise<{ card: FakeMessage; id: string }> {
  const before = clinic.discord.ephemerals(alice).length
  await clinic.discord.command({
    user: alice,
    command: 'medikey grant',
    options: { record: '1', staff, limit: '500', reason: 'ward round' },
  })
  await vi.waitFor(() => expect(clinic.discord.ephemerals(alice)).toHaveLength(before + 1))
  await clinic.deliver()
  const card = clinic.discord.messages(clinic.discord.channels.approvals).at(-1)
  const [request] = await clinic.deps.store.findRequests({ limit: 1 })
  if (card === undefined || request === undefined) throw new Error('no card')
  return { card, id: request.id }
}

async function answers(clinic: DiscordClinic, user: string, count = 1): Promise<string[]> {
  return vi.waitFor(() => {
    const found = clinic.discord.ephemerals(user).map(renderText)
    expect(found).toHaveLength(count)
    return found
  })
}

async function openDenyForm(
  clinic: DiscordClinic,
  message: FakeMessage,
  user: string = cmo,
): Promise<FakeModal> {
  await clinic.discord.click({ user, message, button: 'Deny' })
  const modal = clinic.discord.modal(user)
  if (modal === undefined) throw new Error('no form')
  return modal
}

const status = async (clinic: DiscordClinic, id: string) => (await clinic.deps.store.getRequest(id))?.status

describe('Approve', () => {
  test('decides once, and the second one is told what already happened', async () => {
    const clinic = await startClinic()
    const { card, id } = await postCard(clinic)
    const click = { user: cmo, message: card, button: 'Approve' }
    await Promise.all([clinic.discord.click(click), clinic.discord.click(click)])
    const told = await answers(clinic, cmo, 2)
    expect(told.filter((text) => text.includes('You approved'))).toHaveLength(1)
    expect(told.filter((text) => text.includes('already approved'))).toHaveLength(1)
    expect(await clinic.deps.store.listTransactions(id)).toHaveLength(1)
  })

  test('that is delivered again has no second effect, and the first answer stands', async () => {
    const clinic = await startClinic()
    const { card, id } = await postCard(clinic)
    const delivery = await clinic.discord.click({ user: cmo, message: card, button: 'Approve' })
    await delivery.redeliver()
    await clinic.app.stop()
    expect(await answers(clinic, cmo)).toEqual([expect.stringContaining('You approved')])
    expect(await clinic.deps.store.listTransactions(id)).toHaveLength(1)
  })

  test.each([
    ['who asked', alice],
    ['who would get access', nadia],
  ])('by %s is refused, whoever may see the card', async (_, user) => {
    const clinic = await startClinic()
    const { card, id } = await postCard(clinic)
    await clinic.discord.click({ user, message: card, button: 'Approve' })
    await vi.waitFor(() =>
      expect(clinic.discord.ephemerals(user).map(renderText).join()).toContain(
        'Only the Chief Medical Officer',
      ),
    )
    expect(await status(clinic, id)).toBe('pending')
  })

  test('with a forged request id decides neither request', async () => {
    const clinic = await startClinic()
    const first = await postCard(clinic)
    const second = await postCard(clinic, tom)
    await clinic.discord.click({
      user: cmo,
      message: first.card,
      button: 'Approve',
      forge: { customId: `medikey:approve:${second.id}` },
    })
    expect(await answers(clinic, cmo)).toEqual([expect.stringContaining('does not stand on the card')])
    expect([await status(clinic, first.id), await status(clinic, second.id)]).toEqual(['pending', 'pending'])
  })

  test.each(['', 'x'.repeat(84), '../../etc', '<@100000000000000001>'])(
    'of %j is refused: there is no such request',
    async (requestId) => {
      const clinic = await startClinic()
      const { card, id } = await postCard(clinic)
      const forge = { customId: `medikey:approve:${requestId}` }
      await clinic.discord.click({ user: cmo, message: card, button: 'Approve', forge })
      expect(await answers(clinic, cmo)).toEqual([expect.stringContaining('no such request')])
      expect(await status(clinic, id)).toBe('pending')
    },
  )

  test.each(['medikey:approve-all:k3x9', 'somebody-else', ''])(
    'a button that this version does not know, such as %j, is answered and changes nothing',
    async (customId) => {
      const clinic = await startClinic()
      const { card, id } = await postCard(clinic)
      await clinic.discord.click({ user: cmo, message: card, button: 'Approve', forge: { customId } })
      expect(await answers(clinic, cmo)).toEqual([expect.stringContaining('another version')])
      expect(await status(clinic, id)).toBe('pending')
    },
  )
})

describe('a direct message', () => {
  test('belongs to no server, so nothing is decided there', async () => {
    const clinic = await startClinic()
    const { card, id } = await postCard(clinic)
    const direct = await clinic.connection.messenger.notifyUser({
      key: 'd1',
      workspace: clinic.connection.workspace,
      userId: cmo,
      maybePosted: false,
      message: {
        title: 'copy',
        tone: 'waiting',
        paragraphs: [],
        fields: [],
        footer: [],
        actions: [{ kind: 'approve', id }],
      },
    })
    expect(direct).toMatchObject({ workspace: '@me' })
    const [message] = clinic.discord.directMessages(cmo)
    if (message === undefined) throw new Error('no direct message')
    await clinic.discord.click({ user: cmo, message, button: 'Approve' })
    await vi.waitFor(() =>
      expect(clinic.discord.ephemerals(cmo).map(renderText)).toEqual([
        expect.stringContaining('belongs to no server'),
      ]),
    )
    expect(await status(clinic, id)).toBe('pending')
    expect(card.edits).toBe(0)
  })
})

describe('Deny', () => {
  test('asks for the reason in a form, before any look-up, and tells it to who asked', async () => {
    const clinic = await startClinic()
    const { card, id } = await postCard(clinic)
    clinic.clinic.ledger.disturbReads(() => Promise.reject(new Error('the chain is away')))
    const modal = await openDenyForm(clinic, card)
    clinic.clinic.ledger.disturbReads(null)

    await clinic.discord.submitModal({ modal, values: { reason: 'not on <this> ward' } })
    expect(await answers(clinic, cmo)).toEqual([expect.stringContaining('not on <this> ward')])
    expect(await status(clinic, id)).toBe('denied')
    await clinic.deliver()
    expect(renderText(card)).toContain('not on <this> ward')
    expect(clinic.discord.directMessages(alice).map(renderText)).toEqual([
      expect.stringContaining('not on <this> ward'),
    ])
  })

  test('is authorised when the form is submitted', async () => {
    const clinic = await startClinic()
    const { card, id } = await postCard(clinic)
    const modal = await openDenyForm(clinic, card, nadia)
    await clinic.discord.submitModal({ modal, values: { reason: 'mine' } })
    expect(await answers(clinic, nadia)).toEqual([expect.stringContaining('Only the Chief Medical Officer')])
    expect(await status(clinic, id)).toBe('pending')
  })

  test('with a reason of spaces is told so, and nothing is decided', async () => {
    const clinic = await startClinic()
    const { card, id } = await postCard(clinic)
    const modal = await openDenyForm(clinic, card)
    await clinic.discord.submitModal({ modal, values: { reason: '   ' } })
    expect(await answers(clinic, cmo)).toEqual([expect.stringContaining('reason')])
    expect(await status(clinic, id)).toBe('pending')
  })

  test('of a request that was decided while the form was open is told so', async () => {
    const clinic = await startClinic()
    const { card } = await postCard(clinic)
    const modal = await openDenyForm(clinic, card)
    await clinic.discord.click({ user: cmo, message: card, button: 'Approve' })
    await answers(clinic, cmo)
    await clinic.discord.submitModal({ modal, values: { reason: 'too late' } })
    expect((await answers(clinic, cmo, 2))[1]).toContain('already approved')
  })

  test('carries a forged request id no further than the button would', async () => {
    const clinic = await startClinic()
    const first = await postCard(clinic)
    const second = await postCard(clinic, tom)
    const forge = { customId: `medikey:deny:${second.id}` }
    await clinic.discord.click({ user: cmo, message: first.card, button: 'Deny', forge })
    const modal = clinic.discord.modal(cmo)
    if (modal === undefined) throw new Error('no form')
    await clinic.discord.submitModal({ modal, values: { reason: 'no' } })
    expect(await answers(clinic, cmo)).toEqual([expect.stringContaining('does not stand on the card')])
    expect(await status(clinic, second.id)).toBe('pending')
  })

  test('of an id too long for a form is refused: no request has one', async () => {
    const clinic = await startClinic()
    const { card } = await postCard(clinic)
    const forge = { customId: `medikey:deny:${'x'.repeat(87)}` }
    await clinic.discord.click({ user: cmo, message: card, button: 'Deny', forge })
    expect(await answers(clinic, cmo)).toEqual([expect.stringContaining('no such request')])
  })
})
