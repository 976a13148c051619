import { describe, expect, test, vi } from 'vitest'
import { renderText } from '../../testing/renderText.ts'
import { type SlackClinic, startClinic } from '../../testing/startClinic.ts'
import type { FakeEphemeral } from '../../testing/World.ts'

async function prepare(clinic: SlackClinic): Promise<FakeEphemeral> {
  await clinic.slack.command({ user: 'U0ALICE', text: 'archive 1 moved to another hospital' })
  return vi.waitFor(() => {
    const [message] = clinic.slack.ephemerals('U0ALICE')
    if (message === undefined) throw new Error('no question yet')
    return message
  })
}

const isEdited = (message: FakeEphemeral) => vi.waitFor(() => expect(message.edits).toBeGreaterThan(0))

describe.each(['socket', 'http'] as const)('an action of one’s own, over %s', (mode) => {
  test('asks only its person, and the answer takes the place of the buttons', async () => {
    const clinic = await startClinic({ mode })
    const question = await prepare(clinic)
    expect(renderText(question)).toContain('Sends: archive-record (record-id u1)')
    expect(renderText(question)).toContain('[Confirm] [Cancel]')

    await clinic.slack.click({ user: 'U0ALICE', message: question, actionId: 'medikey_confirm' })
    await isEdited(question)
    expect(renderText(question)).not.toContain('[Confirm]')
    expect(clinic.slack.ephemerals('U0ALICE')).toEqual([question])
    expect(await clinic.clinic.deps.store.findRequests({ limit: 2 })).toMatchObject([
      { kind: 'archive', status: 'approved' },
    ])
    await clinic.deliver()
    expect(clinic.slack.directMessages('U0ALICE').map(renderText)).toEqual([
      expect.stringContaining('record 1'),
    ])
    expect(clinic.slack.messages('C0APPROVE')).toEqual([])
  })

  test('that is cancelled sends nothing', async () => {
    const clinic = await startClinic({ mode })
    const question = await prepare(clinic)
    await clinic.slack.click({ user: 'U0ALICE', message: question, actionId: 'medikey_cancel' })
    await isEdited(question)
    expect(await clinic.clinic.deps.store.findRequests({ limit: 2 })).toMatchObject([{ status: 'cancelled' }])
  })
})

test('a refused click leaves the buttons where they are', async () => {
  const clinic = await startClinic()
  const question = await prepare(clinic)
  const forge = { value: 'somebodyelses' }
  await clinic.slack.click({ user: 'U0ALICE', message: question, actionId: 'medikey_confirm', forge })
  await vi.waitFor(() => expect(clinic.slack.ephemerals('U0ALICE')).toHaveLength(2))
  expect(renderText(question)).toContain('[Confirm] [Cancel]')
})

test('a click that is delivered twice confirms once', async () => {
  const clinic = await startClinic()
  const question = await prepare(clinic)
  const click = await clinic.slack.click({ user: 'U0ALICE', message: question, actionId: 'medikey_confirm' })
  await click.redeliver()
  await clinic.app.stop()
  const [request] = await clinic.clinic.deps.store.findRequests({ limit: 2 })
  expect(await clinic.clinic.deps.store.listTransactions(request?.id ?? '')).toHaveLength(1)
})
