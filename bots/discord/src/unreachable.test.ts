import { expect, test, vi } from 'vitest'
import { userIds } from '../testing/fixedIds.ts'
import { renderText } from '../testing/renderText.ts'
import { type DiscordClinic, startClinic } from '../testing/startClinic.ts'

const { alice, cmo, nadia } = userIds

async function ask(clinic: DiscordClinic): Promise<void> {
  await clinic.discord.command({
    user: alice,
    command: 'medikey grant',
    options: { record: '1', staff: nadia, limit: '500', reason: 'ward round' },
  })
  await vi.waitFor(() => expect(clinic.discord.ephemerals(alice)).toHaveLength(1))
  await clinic.deliver()
}

test('somebody who takes no direct messages keeps nothing from going on', async () => {
  const clinic = await startClinic()
  const { discord, deliver } = clinic
  await ask(clinic)
  const [card] = discord.messages(discord.channels.approvals)
  if (card === undefined) throw new Error('no card')
  discord.blockDirectMessages(alice)
  await discord.click({ user: cmo, message: card, button: 'Approve' })
  await vi.waitFor(() => expect(discord.ephemerals(cmo)).toHaveLength(1))
  await deliver()
  expect(discord.messages(discord.channels.approvals).map(renderText)).toEqual([
    expect.stringContaining('Approved'),
  ])
  expect(discord.thread(card)).toHaveLength(1)
})

test('who asks is told when the bot may not see the approvals channel, and what an administrator can do', async () => {
  const clinic = await startClinic()
  const { discord, deliver } = clinic
  discord.forbid(discord.channels.approvals)
  await ask(clinic)
  await deliver()
  expect(discord.messages(discord.channels.approvals)).toEqual([])
  expect(discord.directMessages(alice).map(renderText)).toEqual([
    expect.stringContaining('could not be posted to the approvals channel'),
  ])
})
