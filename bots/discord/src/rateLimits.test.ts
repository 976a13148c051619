import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { userIds } from '../testing/fixedIds.ts'
import { renderText } from '../testing/renderText.ts'
import { startClinic } from '../testing/startClinic.ts'

const { alice, nadia, tom, ines } = userIds
const WINDOW_MS = 5000
const limits = {
  routes: { 'POST /channels/:channel/messages': { limit: 1, windowMs: WINDOW_MS } },
  global: 50,
}

// discord.js reads the time of the machine, and so does the double.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

test('cards that come faster than Discord takes them wait for their turn, and each is posted once', async () => {
  const { clinic, discord, deliver } = await startClinic({ world: { limits } })
  for (const staff of [nadia, tom, ines]) {
    const options = { record: '1', staff, limit: '500', reason: 'ward round' }
    await discord.command({ user: alice, command: 'medikey grant', options })
  }
  await vi.waitFor(() => expect(discord.ephemerals(alice)).toHaveLength(3))
  for (const posted of [1, 2, 3]) {
    await deliver()
    expect(discord.messages(discord.channels.approvals)).toHaveLength(posted)
    vi.setSystemTime(Date.now() + WINDOW_MS)
    clinic.clock.advance(WINDOW_MS)
  }
  await deliver()
  const cards = discord.messages(discord.channels.approvals).map(renderText)
  for (const user of [nadia, tom, ines]) {
    expect(cards.filter((card) => card.includes(`For: @${user}`))).toHaveLength(1)
  }
})
