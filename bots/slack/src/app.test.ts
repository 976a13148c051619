import { describe, expect, test, vi } from 'vitest'
import { renderText } from '../testing/renderText.ts'
import { startClinic } from '../testing/startClinic.ts'

describe.each(['socket', 'http'] as const)('over %s', (mode) => {
  test.each([
    ['of a kind that nobody knows', { type: 'bell_rung' }],
    ['that lacks what makes it one', { type: 'block_actions', actions: [], channel: null }],
  ])('something %s is acknowledged, and that is all', async (_, payload) => {
    const { slack } = await startClinic({ mode })
    const delivery = await slack.command({ user: 'U0ALICE', text: 'help', tamper: { edit: () => payload } })
    expect(delivery.status).toBe(200)
    expect(slack.ephemerals('U0ALICE')).toEqual([])
  })

  test('a grant is asked for, approved by its card, and told to everybody concerned', async () => {
    const { clinic, slack, deliver } = await startClinic({ mode })

    await slack.command({ user: 'U0ALICE', text: 'grant 1 @nadia 500 for 8h ward round', channel: 'C0WARD' })
    await vi.waitFor(() => expect(slack.ephemerals('U0ALICE')).toHaveLength(1))
    await deliver()
    const [card] = slack.messages('C0APPROVE')
    if (card === undefined) throw new Error('no card')
    expect(renderText(card)).toContain('@U0ALICE')
    expect(renderText(card)).toContain('Reason: ward round')
    expect(renderText(card)).toContain('[Approve] [Deny]')

    await slack.click({ user: 'U0CMO', message: card, actionId: 'medikey_approve' })
    await vi.waitFor(() =>
      expect(slack.ephemerals('U0CMO').map(renderText)).toEqual([expect.stringContaining('You approved')]),
    )
    await deliver()
    expect(slack.messages('C0APPROVE')).toHaveLength(1)
    expect(card.edits).toBe(1)
    expect(renderText(card)).not.toContain('[Approve]')
    expect(slack.thread(card)).toHaveLength(1)
    const [request] = await clinic.deps.store.findRequests({ limit: 1 })
    expect(request).toMatchObject({ status: 'approved', accessLimit: 500n, durationMs: 28_800_000 })
  })
})
