import { describe, expect, test, vi } from 'vitest'
import { startClinic } from '../../testing/startClinic.ts'

const help = { user: 'U0ALICE', text: 'help' }
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)

describe('Slack’s requests', () => {
  test('with Slack’s signature are taken', async () => {
    const clinic = await startClinic({ mode: 'http' })
    expect(await clinic.slack.command({ ...help, tamper: { at: minutesAgo(4) } })).toMatchObject({
      status: 200,
    })
    await vi.waitFor(() => expect(clinic.slack.ephemerals('U0ALICE')).toHaveLength(1))
  })

  test.each([
    ['of somebody else', { signingSecret: 'somebody else’s' }],
    ['that are stale', { at: minutesAgo(6) }],
  ])('%s are refused before anything reads them', async (_, tamper) => {
    const clinic = await startClinic({ mode: 'http' })
    expect(await clinic.slack.command({ ...help, tamper })).toMatchObject({ status: 401 })
    await clinic.app.stop()
    expect(clinic.slack.ephemerals('U0ALICE')).toEqual([])
  })

  test('that are replayed within the five minutes have no second effect', async () => {
    const clinic = await startClinic({ mode: 'http' })
    const delivery = await clinic.slack.command({ user: 'U0ALICE', text: 'grant 1 @nadia 500 ward round' })
    await delivery.redeliver()
    await vi.waitFor(() => expect(clinic.slack.ephemerals('U0ALICE')).toHaveLength(2))
    expect(await clinic.clinic.deps.store.findRequests({ limit: 10 })).toHaveLength(1)
  })

  test('that ask whether the address is an app’s are answered with their challenge', async () => {
    const { slack } = await startClinic({ mode: 'http' })
    expect(await slack.verifyUrl()).toMatchObject({
      status: 200,
      response: { challenge: expect.stringMatching(/^challenge/) },
    })
  })

  test('that bring an event are taken at once, also when Slack sends it again', async () => {
    const { slack } = await startClinic({ mode: 'http' })
    const delivery = await slack.openHome({ user: 'U0ALICE' })
    expect(await delivery.redeliver()).toMatchObject({ status: 200 })
    await vi.waitFor(() => expect(slack.home('U0ALICE')).toBeDefined())
    expect(await slack.openHome({ user: 'U0ALICE', tamper: { at: minutesAgo(6) } })).toMatchObject({
      status: 401,
    })
  })

  test('after a stop are sent away, so that Slack tries another process', async () => {
    const clinic = await startClinic({ mode: 'http' })
    await clinic.app.stop()
    expect(await clinic.slack.command(help)).toMatchObject({ status: 503 })
  })
})
