import { expect, test, vi } from 'vitest'
import { renderText } from '../testing/renderText.ts'
import { type SlackClinic, startClinic } from '../testing/startClinic.ts'

async function ask(clinic: SlackClinic): Promise<void> {
  await clinic.slack.command({ user: 'U0ALICE', text: 'grant 1 @nadia 500 ward round' })
  await vi.waitFor(() => expect(clinic.slack.ephemerals('U0ALICE')).toHaveLength(1))
  await clinic.deliver()
}

test('somebody who left meanwhile keeps nothing from going on', async () => {
  const clinic = await startClinic()
  await ask(clinic)
  const [card] = clinic.slack.messages('C0APPROVE')
  if (card === undefined) throw new Error('no card')
  clinic.slack.deactivate('U0ALICE')
  await clinic.slack.click({ user: 'U0CMO', message: card, actionId: 'medikey_approve' })
  await vi.waitFor(() => expect(clinic.slack.ephemerals('U0CMO')).toHaveLength(1))
  await clinic.deliver()
  expect(renderText(card)).toContain('Approved')
  expect(clinic.slack.thread(card)).toHaveLength(1)
})

test('who asks is told when the approvals channel was archived, and what an administrator can do', async () => {
  const clinic = await startClinic()
  clinic.slack.archive('C0APPROVE')
  await ask(clinic)
  await clinic.deliver()
  expect(clinic.slack.messages('C0APPROVE')).toEqual([])
  expect(clinic.slack.directMessages('U0ALICE').map(renderText)).toEqual([
    expect.stringContaining('could not be posted to the approvals channel'),
  ])
})
