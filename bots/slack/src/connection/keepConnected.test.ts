import { describe, expect, test, vi } from 'vitest'
import { createRecordedLogger } from '../../testing/createRecordedLogger.ts'
import type { FakeSlack } from '../../testing/FakeSlack.ts'
import { type SlackClinic, startClinic } from '../../testing/startClinic.ts'
import { createSlackApp } from '../app.ts'

const opened = (clinic: SlackClinic) => clinic.slack.calls('apps.connections.open').length
const areConnected = (clinic: SlackClinic) =>
  vi.waitFor(() => expect(clinic.slack.countConnections()).toBe(2), { timeout: 4000 })

/** The app with both its sockets. */
async function connectClinic(): Promise<SlackClinic> {
  const clinic = await startClinic()
  await areConnected(clinic)
  return clinic
}

describe('one socket of two', () => {
  test('takes what is typed while the other is replaced', async () => {
    const clinic = await connectClinic()
    for (const typed of [1, 2, 3]) {
      clinic.slack.disconnect('refresh_requested', 1)
      await clinic.slack.command({ user: 'U0ALICE', text: 'help' })
      await vi.waitFor(() => expect(clinic.slack.ephemerals('U0ALICE')).toHaveLength(typed))
      await areConnected(clinic)
    }
    expect(clinic.app.isConnected()).toBe(true)
  })
})

describe('the sockets', () => {
  test.each([
    ['Slack asks for another one', (slack: FakeSlack) => slack.disconnect('refresh_requested')],
    ['Slack warns that it will end', (slack: FakeSlack) => slack.disconnect('warning')],
    ['it breaks without a word', (slack: FakeSlack) => slack.cutConnections()],
  ])('are opened again at once when %s', async (_, end) => {
    const clinic = await connectClinic()
    expect(clinic.app.isConnected()).toBe(true)
    end(clinic.slack)
    await vi.waitFor(() => expect(opened(clinic)).toBe(4))
    await areConnected(clinic)
    await clinic.slack.command({ user: 'U0ALICE', text: 'help' })
    await vi.waitFor(() => expect(clinic.slack.ephemerals('U0ALICE')).toHaveLength(1))
  })

  test('are opened again after Slack failed for a moment', async () => {
    const clinic = await connectClinic()
    clinic.slack.fail({ method: 'apps.connections.open', kind: 'status', status: 503, accepted: false })
    clinic.slack.disconnect()
    await vi.waitFor(() => expect(opened(clinic)).toBe(5), { timeout: 4000 })
    await areConnected(clinic)
  })

  test('whose token was revoked meanwhile is reported, breaks nothing, and does not hold up a shutdown', async () => {
    const clinic = await connectClinic()
    clinic.slack.revokeTokens()
    clinic.slack.disconnect()
    const complaint = await vi.waitFor(
      () =>
        clinic.log.find(({ message }) => message === 'slack socket could not be opened') ??
        Promise.reject(new Error('none')),
    )
    expect(complaint).toMatchObject({ level: 'error', fields: { err: { code: 'SLACK_CONNECTION' } } })
    await vi.waitFor(() => expect(clinic.app.isConnected()).toBe(false))
    await clinic.app.stop()
  })

  test('that Slack refuses from the beginning throws what to do, without the token', async () => {
    const clinic = await startClinic()
    const { connection } = clinic
    const config = {
      mode: 'socket' as const,
      botToken: clinic.slack.botToken,
      appToken: 'xapp-1-secret',
      apiUrl: clinic.slack.apiUrl,
    }
    const { log, logger } = createRecordedLogger()
    const app = createSlackApp(clinic.clinic.deps, { connection: { ...connection, config }, logger })
    const error = await app.start().catch((reason: unknown) => reason)
    expect(error).toMatchObject({
      name: 'SlackConnectionError',
      retryable: false,
      shortMessage: expect.stringContaining('SLACK_APP_TOKEN'),
    })
    expect(`${String(error)}${JSON.stringify(log)}`).not.toContain('secret')
  })

  test('of a stopped app stay closed', async () => {
    const clinic = await connectClinic()
    await clinic.app.stop()
    await vi.waitFor(() => expect(clinic.slack.countConnections()).toBe(0))
    expect(opened(clinic)).toBe(2)
    expect(clinic.app.isConnected()).toBe(false)
  })
})

test('no token and no response address was ever logged', async () => {
  const clinic = await connectClinic()
  clinic.slack.fail({ method: 'response_url', kind: 'status', status: 500, accepted: false })
  await clinic.slack.command({ user: 'U0ALICE', text: 'grant 1 @nadia 0 x' })
  clinic.slack.disconnect()
  await vi.waitFor(() => expect(opened(clinic)).toBe(4))
  await clinic.app.stop()
  const written = JSON.stringify(clinic.log)
  expect(written.length).toBeGreaterThan(100)
  for (const secret of [clinic.slack.botToken, clinic.slack.appToken, '/actions/', 'ticket=0']) {
    expect(written).not.toContain(secret)
  }
})
