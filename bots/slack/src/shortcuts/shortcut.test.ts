import { describe, expect, test, vi } from 'vitest'
import { renderText } from '../../testing/renderText.ts'
import { type SlackClinic, startClinic } from '../../testing/startClinic.ts'
import type { FakeMessage, FakeView } from '../../testing/World.ts'

const callbackId = 'medikey_request_access'

async function openForm(clinic: SlackClinic, message: FakeMessage, user = 'U0NADIA'): Promise<FakeView> {
  await clinic.slack.useShortcut({ user, message, callbackId })
  return vi.waitFor(() => clinic.slack.modal(user) ?? Promise.reject(new Error('no form yet')))
}

async function postCard(clinic: SlackClinic): Promise<FakeMessage> {
  await clinic.slack.command({ user: 'U0ALICE', text: 'grant 2 @nadia 5 ward round' })
  await vi.waitFor(() => expect(clinic.slack.ephemerals('U0ALICE')).toHaveLength(1))
  await clinic.deliver()
  const [card] = clinic.slack.messages('C0APPROVE')
  if (card === undefined) throw new Error('no card')
  return card
}

function prefilled(view: FakeView, field: string): string | undefined {
  for (const block of view.view.blocks) {
    if (block.type === 'input' && block.block_id === field && block.element.type === 'plain_text_input')
      return block.element.initial_value
  }
  return undefined
}

describe('“Request access” in the menu of a message', () => {
  test.each(['socket', 'http'] as const)(
    'opens the form, which is answered where it was opened, over %s',
    async (mode) => {
      const clinic = await startClinic({ mode })
      const message = clinic.slack.say({
        user: 'U0BEN',
        channel: 'C0WARD',
        text: 'who looks after record 1?',
      })
      const view = await openForm(clinic, message)
      expect(prefilled(view, 'record')).toBeUndefined()
      const values = { record: '1', limit: '5', reason: 'ward round' }
      await clinic.slack.submitView({ view, values })
      await vi.waitFor(() =>
        expect(clinic.slack.ephemerals('U0NADIA')).toMatchObject([
          { channel: 'C0WARD', via: 'response_url' },
        ]),
      )
      expect(await clinic.clinic.deps.store.findRequests({ limit: 2 })).toMatchObject([
        { status: 'awaiting-consent', recordId: 1n, accessLimit: 5n },
      ])
    },
  )

  test('is filled with the record of one of MediKey’s own cards', async () => {
    const clinic = await startClinic()
    expect(prefilled(await openForm(clinic, await postCard(clinic)), 'record')).toBe('2')
  })

  test('takes nothing from a message of somebody else that looks like a card', async () => {
    const clinic = await startClinic()
    const card = await postCard(clinic)
    const message = clinic.slack.say({ user: 'U0BEN', channel: 'C0WARD', text: 'Grant access to record 9' })
    message.blocks = card.blocks
    expect(prefilled(await openForm(clinic, message), 'record')).toBeUndefined()
  })

  test('opens before anything is looked up', async () => {
    const clinic = await startClinic()
    clinic.clinic.ledger.disturbReads(() => new Promise(() => undefined))
    const message = clinic.slack.say({ user: 'U0BEN', channel: 'C0WARD', text: 'hello' })
    expect(await openForm(clinic, message)).toMatchObject({ isOpen: true })
  })

  test('that another version added is answered and does nothing', async () => {
    const clinic = await startClinic({ world: { manifest: undefined } })
    const message = clinic.slack.say({ user: 'U0BEN', channel: 'C0WARD', text: 'hello' })
    await clinic.slack.useShortcut({ user: 'U0ALICE', message, callbackId: 'medikey_from_the_future' })
    await vi.waitFor(() =>
      expect(clinic.slack.ephemerals('U0ALICE').map(renderText)).toEqual([
        expect.stringContaining('another version'),
      ]),
    )
    expect(clinic.slack.modal('U0ALICE')).toBeUndefined()
  })
})
