import { expect, test, vi } from 'vitest'
import { renderText } from '../testing/renderText.ts'
import { startClinic } from '../testing/startClinic.ts'

test('a grant is asked for, approved by its card, and told to everybody concerned', async () => {
  const { deps, discord, deliver } = await startClinic()
  const { alice, cmo, nadia } = discord.users

  await discord.command({
    user: alice,
    command: 'medikey grant',
    options: { record: '1', staff: nadia, limit: '500', duration: '8h', reason: 'ward round' },
  })
  await vi.waitFor(() => expect(discord.ephemerals(alice)).toHaveLength(1))
  await deliver()
  const [card] = discord.messages(discord.channels.approvals)
  if (card === undefined) throw new Error('no card')
  expect(renderText(card)).toContain(`@${alice}`)
  expect(renderText(card)).toContain('Reason: ward round')
  expect(renderText(card)).toContain('[Approve] [Deny]')
  // Who is asked to decide is called; a reason calls nobody.
  expect(card.mentions).toContain(cmo)

  await discord.click({ user: cmo, message: card, button: 'Approve' })
  await vi.waitFor(() =>
    expect(discord.ephemerals(cmo).map(renderText)).toEqual([expect.stringContaining('You approved')]),
  )
  await deliver()
  expect(discord.messages(discord.channels.approvals)).toHaveLength(1)
  expect(card.edits).toBe(1)
  expect(renderText(card)).not.toContain('[Approve]')
  expect(discord.thread(card)).toHaveLength(1)
  const [request] = await deps.store.findRequests({ limit: 1 })
  expect(request).toMatchObject({ status: 'approved', accessLimit: 500n, durationMs: 28_800_000 })
})
