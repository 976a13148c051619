import { describe, expect, test, vi } from 'vitest'
import { renderText } from '../../testing/renderText.ts'
import { startClinic } from '../../testing/startClinic.ts'

const broken = { method: 'response_url', kind: 'status', status: 500, accepted: false } as const

describe('a person is answered', () => {
  test('through the response address, also where the app is no member', async () => {
    const { slack } = await startClinic({ world: { foreignChannels: ['C0PRIVATE'] } })
    await slack.command({ user: 'U0ALICE', text: 'help', channel: 'C0PRIVATE' })
    await vi.waitFor(() =>
      expect(slack.ephemerals('U0ALICE')).toMatchObject([{ channel: 'C0PRIVATE', via: 'response_url' }]),
    )
  })

  test('in the channel, unseen by others, when the response address fails', async () => {
    const { slack } = await startClinic()
    slack.fail(broken)
    await slack.command({ user: 'U0ALICE', text: 'help' })
    await vi.waitFor(() =>
      expect(slack.ephemerals('U0ALICE')).toMatchObject([{ channel: 'C0WARD', via: 'chat.postEphemeral' }]),
    )
    expect(slack.messages('C0WARD')).toEqual([])
  })

  test('as a direct message when the app is no member of the channel either', async () => {
    const { slack } = await startClinic({ world: { foreignChannels: ['C0PRIVATE'] } })
    slack.fail(broken)
    await slack.command({ user: 'U0ALICE', text: 'help', channel: 'C0PRIVATE' })
    await vi.waitFor(() =>
      expect(slack.directMessages('U0ALICE').map(renderText)).toEqual([
        expect.stringContaining('What you may do'),
      ]),
    )
  })

  test('or it is logged once that nobody can be told, and what was asked stays asked', async () => {
    const { slack, app, log, clinic } = await startClinic()
    slack.fail({ ...broken, kind: 'drop' })
    slack.fail({ method: 'chat.postEphemeral', kind: 'error', error: 'channel_not_found' })
    slack.fail({ method: 'conversations.open', kind: 'error', error: 'user_not_found' })
    await slack.command({ user: 'U0ALICE', text: 'grant 1 @nadia 500 ward round' })
    await app.stop()
    expect(log.filter(({ level }) => level === 'error')).toMatchObject([
      { message: 'slack person could not be answered', fields: { listener: 'command', userId: 'U0ALICE' } },
    ])
    expect(await clinic.deps.store.findRequests({ limit: 2 })).toHaveLength(1)
  })
})
