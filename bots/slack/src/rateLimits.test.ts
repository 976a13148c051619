import { createFakeClock } from '@medikey/core/testing'
import { expect, test, vi } from 'vitest'
import { renderText } from '../testing/renderText.ts'
import { startClinic } from '../testing/startClinic.ts'

test('cards that come faster than Slack takes them wait for their turn, and each is posted once', async () => {
  const clock = createFakeClock()
  const { clinic, slack, deliver } = await startClinic({ world: { clock, rateLimits: true } })
  for (const staff of ['nadia', 'tom', 'ines']) {
    await slack.command({ user: 'U0ALICE', text: `grant 1 @${staff} 500 ward round` })
  }
  await vi.waitFor(() => expect(slack.ephemerals('U0ALICE')).toHaveLength(3))
  for (const posted of [1, 2, 3]) {
    await deliver()
    expect(slack.messages('C0APPROVE')).toHaveLength(posted)
    clock.advance(1000)
    clinic.clock.advance(1000)
  }
  await deliver()
  const cards = slack.messages('C0APPROVE').map(renderText)
  for (const user of ['U0NADIA', 'U0TOM', 'U0INES']) {
    expect(cards.filter((card) => card.includes(`For: @${user}`))).toHaveLength(1)
  }
})
