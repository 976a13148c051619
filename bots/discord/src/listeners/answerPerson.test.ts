import { describe, expect, test, vi } from 'vitest'
import { userIds } from '../../testing/fixedIds.ts'
import { renderText } from '../../testing/renderText.ts'
import { startClinic } from '../../testing/startClinic.ts'

const { alice, nadia } = userIds
const ANSWER = 'PATCH /webhooks/:application/:token/messages/:message'
const ACKNOWLEDGEMENT = 'POST /interactions/:interaction/:token/callback'
const help = { user: alice, command: 'medikey help' }
const told = [expect.stringContaining('What you may do')]

describe('a person is answered', () => {
  test('in place of the acknowledgement, also where the app may not post', async () => {
    const { discord } = await startClinic()
    discord.forbid(discord.channels.ward)
    await discord.command(help)
    await vi.waitFor(() => expect(discord.ephemerals(alice).map(renderText)).toEqual(told))
  })

  test('as a direct message when that fails', async () => {
    const { discord, app } = await startClinic()
    discord.fail({ route: ANSWER, kind: 'status', status: 500, accepted: false })
    await discord.command(help)
    await app.stop()
    expect(discord.directMessages(alice).map(renderText)).toEqual(told)
    expect(discord.messages(discord.channels.ward)).toEqual([])
  })

  test('after Discord asked to slow down, once it may be', async () => {
    const { discord } = await startClinic()
    discord.fail({ route: ANSWER, kind: 'rate_limited', retryAfterSeconds: 1 })
    await discord.command(help)
    await vi.waitFor(() => expect(discord.ephemerals(alice).map(renderText)).toEqual(told), { timeout: 4000 })
    expect(discord.directMessages(alice)).toEqual([])
  })

  test('as a direct message when the acknowledgement came too late, and what was asked is done once', async () => {
    let lateness = 0
    const clock = { now: () => new Date(Date.now() + lateness) }
    const { discord, app, deps } = await startClinic({ world: { clock } })
    discord.fail({ route: ACKNOWLEDGEMENT, kind: 'error', status: 404, code: 10_062 })
    lateness = 4000
    await discord
      .command({
        user: alice,
        command: 'medikey grant',
        options: { record: '1', staff: nadia, limit: '500', reason: 'ward round' },
      })
      .catch(() => undefined)
    await app.stop()
    expect(discord.directMessages(alice)).toHaveLength(1)
    expect(await deps.store.findRequests({ limit: 2 })).toHaveLength(1)
  })

  test('or it is logged once that nobody can be told, and what was asked stays asked', async () => {
    const { discord, app, log, deps } = await startClinic()
    discord.fail({ route: ANSWER, kind: 'drop', accepted: false })
    discord.blockDirectMessages(alice)
    await discord.command({
      user: alice,
      command: 'medikey grant',
      options: { record: '1', staff: nadia, limit: '500', reason: 'ward round' },
    })
    await app.stop()
    expect(log.filter(({ level }) => level === 'error')).toMatchObject([
      { message: 'discord person could not be answered', fields: { listener: 'command', userId: alice } },
    ])
    expect(await deps.store.findRequests({ limit: 2 })).toHaveLength(1)
  })

  test('without a token of an interaction in the log', async () => {
    const { discord, app, log } = await startClinic()
    discord.fail({ route: ACKNOWLEDGEMENT, kind: 'status', status: 500, accepted: true })
    discord.fail({ route: ANSWER, kind: 'error', status: 404, code: 10_015 })
    discord.blockDirectMessages(alice)
    await discord.command(help)
    await app.stop()
    const tokens = discord.calls(ANSWER).map(({ path }) => path.split('/')[3] ?? '')
    expect(tokens).not.toEqual([])
    expect(JSON.stringify(log)).not.toContain('aW50ZXJhY3Rpb24')
  })
})

describe('buttons that only one person sees', () => {
  async function prepare() {
    const clinic = await startClinic()
    const { discord } = clinic
    const options = { record: '1', reason: 'moved to the archive' }
    await discord.command({ user: alice, command: 'medikey archive', options })
    const message = await vi.waitFor(() => {
      const [found] = discord.ephemerals(alice)
      return found ?? Promise.reject(new Error('no confirmation yet'))
    })
    const shown = () => discord.ephemerals(alice).map(renderText)
    return { ...clinic, message, shown }
  }

  test('give way to the answer', async () => {
    const { discord, message, shown } = await prepare()
    await discord.click({ user: alice, message, button: 'Confirm' })
    await vi.waitFor(() => expect(shown()).toEqual([expect.not.stringContaining('[Confirm]')]))
  })

  test('stay where the answer is a refusal, which is told beside them', async () => {
    const { discord, message, shown } = await prepare()
    const forge = { customId: 'medikey:from-the-past:k3x9' }
    await discord.click({ user: alice, message, button: 'Confirm', forge })
    await vi.waitFor(() =>
      expect(shown()).toEqual([
        expect.stringContaining('[Confirm]'),
        expect.stringContaining('another version'),
      ]),
    )
    expect(discord.messages(discord.channels.ward)).toEqual([])
  })
})
