import { describe, expect, test, vi } from 'vitest'
import { createRecordedLogger } from '../../testing/createRecordedLogger.ts'
import type { FakeSlack } from '../../testing/FakeSlack.ts'
import { startClinic } from '../../testing/startClinic.ts'
import { createSlackApp } from '../app.ts'

const opened = (clinic: Awaited<ReturnType<typeof startClinic>>) =>
  clinic.slack.calls('apps.connections.open').length

describe('the socket', () => {
  test.each([
    ['Slack asks for another one', (slack: FakeSlack) => slack.disconnect('refresh_requested')],
    ['Slack warns that it will end', (slack: FakeSlack) => slack.disconnect('warning')],
    ['it breaks without a word', (slack: FakeSlack) => slack.cutConnections()],
  ])('is opened again at once when %s', async (_, end) => {
    const clinic = await startClinic()
    expect(clinic.app.isConnected()).toBe(true)
    end(clinic.slack)
    await vi.waitFor(() => expect(opened(clinic)).toBe(2))
    await vi.waitFor(() => expect(clinic.app.isConnected()).toBe(true))
    await clinic.slack.command({ user: 'U0ALICE', text: 'help' })
    await vi.waitFor(() => expect(clinic.slack.ephemerals('U0ALICE')).toHaveLength(1))
  })

  test('is opened again after Slack failed for a moment', async () => {
    const clinic = await startClinic()
    clinic.slack.fail({ method: 'apps.connections.open', kind: 'status', status: 503, accepted: false })
    clinic.slack.disconnect()
    await vi.waitFor(() => expect(opened(clinic)).toBe(3), { timeout: 4000 })
    await vi.waitFor(() => expect(clinic.app.isConnected()).toBe(true))
  })

  test('whose token was revoked meanwhile is reported, breaks nothing, and does not hold up a shutdown', async () => {
    const clinic = await startClinic()
    clinic.slack.revokeTokens()
    clinic.slack.disconnect()
    const complaint = await vi.waitFor(
      () =>
        clinic.log.find(({ message }) => message === 'slack socket could not be opened') ??
        Promise.reject(new Error('none')),
    )
    expect(complaint).toMatchObject({ level: 'error', fields: { err: { code: 'SLACK_CONNECTION' } } })
    expect(clinic.app.isConnected()).toBe(false)
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

  test('of a stopped app stays closed', async () => {
    const clinic = await startClinic()
    await clinic.app.stop()
    await vi.waitFor(() => expect(clinic.slack.countConnections()).toBe(0))
    expect(opened(clinic)).toBe(1)
    expect(clinic.app.isConnected()).toBe(false)
  })
})

test('no token and no response address was ever logged', async () => {
  const clinic = await startClinic()
  clinic.slack.fail({ method: 'response_url', kind: 'status', status: 500, accepted: false })
  await clinic.slack.command({ user: 'U0ALICE', text: 'grant 1 @nadia 0 x' })
  clinic.slack.disconnect()
  await vi.waitFor(() => expect(opened(clinic)).toBe(2))
  await clinic.app.stop()
  const written = JSON.stringify(clinic.log)
  expect(written.length).toBeGreaterThan(100)
  for (const secret of [clinic.slack.botToken, clinic.slack.appToken, '/actions/', 'ticket=0']) {
    expect(written).not.toContain(secret)
  }
})
