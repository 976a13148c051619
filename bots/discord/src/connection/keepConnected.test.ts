import { describe, expect, test, vi } from 'vitest'
import { createRecordedLogger } from '../../testing/createRecordedLogger.ts'
import { renderText } from '../../testing/renderText.ts'
import { startClinic } from '../../testing/startClinic.ts'
import { createDiscordApp } from '../app.ts'

type Clinic = Awaited<ReturnType<typeof startClinic>>

const isBack = (clinic: Clinic, handshakes: number) =>
  vi.waitFor(
    () => {
      expect(clinic.discord.handshakes()).toHaveLength(handshakes)
      expect(clinic.app.isConnected()).toBe(true)
    },
    { timeout: 4000 },
  )

async function expectAnswer(clinic: Clinic): Promise<void> {
  const { alice } = clinic.discord.users
  await clinic.discord.command({ user: alice, command: 'medikey help' })
  await vi.waitFor(() =>
    expect(clinic.discord.ephemerals(alice).map(renderText)).toEqual([
      expect.stringContaining('What you may do'),
    ]),
  )
}

describe('the gateway', () => {
  test.each([
    ['Discord asks for another connection', 'requestReconnect'],
    ['Discord closes it', 'disconnect'],
    ['it breaks without a word', 'cutConnections'],
  ] as const)('is connected to again, and resumed, when %s', async (_, door) => {
    const clinic = await startClinic()
    expect(clinic.app.isConnected()).toBe(true)
    clinic.discord[door]()
    await isBack(clinic, 2)
    expect(clinic.discord.handshakes()).toEqual(['identify', 'resume'])
    await expectAnswer(clinic)
  })

  test('tells what was missed once it is resumed', async () => {
    const clinic = await startClinic()
    clinic.discord.cutConnections()
    await vi.waitFor(() => expect(clinic.app.isConnected()).toBe(false))
    await expectAnswer(clinic)
  })

  test('whose token was revoked meanwhile is reported, breaks nothing, and does not hold up a shutdown', async () => {
    const clinic = await startClinic()
    clinic.discord.revokeToken()
    clinic.discord.disconnect()
    const complaint = await vi.waitFor(
      () =>
        clinic.log.find(({ message }) => message === 'discord gateway refused') ??
        Promise.reject(new Error('none')),
      { timeout: 4000 },
    )
    expect(complaint).toMatchObject({
      level: 'error',
      fields: { err: { code: 'DISCORD_CONNECTION', message: expect.stringContaining('DISCORD_TOKEN') } },
    })
    expect(clinic.app.isConnected()).toBe(false)
    await clinic.app.stop()
  })

  test('that refuses the token from the beginning throws what to do, without the token', async () => {
    const clinic = await startClinic()
    const { connection } = clinic
    const config = { ...connection.config, token: 'abc.def.secret' }
    const { log, logger } = createRecordedLogger()
    const app = createDiscordApp(clinic.deps, { connection: { ...connection, config }, logger })
    const error = await app.start().catch((reason: unknown) => reason)
    expect(error).toMatchObject({
      name: 'DiscordConnectionError',
      retryable: false,
      shortMessage: expect.stringContaining('DISCORD_TOKEN'),
    })
    expect(`${String(error)}${JSON.stringify(log)}`).not.toContain('secret')
    await app.stop()
  })

  test('that cannot be found is looked for again', async () => {
    const clinic = await startClinic()
    const { logger } = createRecordedLogger()
    const app = createDiscordApp(clinic.deps, { connection: clinic.connection, logger })
    clinic.discord.fail({ route: 'GET /gateway/bot', kind: 'status', status: 503, accepted: false })
    await app.start()
    expect(app.isConnected()).toBe(true)
    await app.stop()
  })

  test('of a stopped app stays closed, also when it was about to be connected to again', async () => {
    const clinic = await startClinic()
    clinic.discord.cutConnections()
    await vi.waitFor(() => expect(clinic.app.isConnected()).toBe(false))
    await clinic.app.stop()
    expect(clinic.discord.countConnections()).toBe(0)
    expect(clinic.discord.handshakes()).toEqual(['identify'])
  })
})
