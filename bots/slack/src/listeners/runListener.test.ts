import { describe, expect, test, vi } from 'vitest'
import { renderText } from '../../testing/renderText.ts'
import { startClinic } from '../../testing/startClinic.ts'

describe('what cannot be read is answered, logged once, and changes nothing:', () => {
  const without = (name: string) => ({
    edit: ({ [name]: _, ...payload }: Record<string, unknown>) => payload,
  })

  test.each(['trigger_id', 'channel_id', 'team_id'])('a command without its %s', async (name) => {
    const { slack, log, clinic, app } = await startClinic()
    await slack.command({ user: 'U0ALICE', text: 'grant 1 @nadia 500 ward round', tamper: without(name) })
    await app.stop()
    expect(slack.ephemerals('U0ALICE').map(renderText)).toEqual([expect.stringContaining('went wrong')])
    expect(log.filter(({ level }) => level === 'error')).toMatchObject([{ message: 'slack listener failed' }])
    expect(await clinic.deps.store.findRequests({ limit: 1 })).toEqual([])
  })

  test('a click without its trigger_id', async () => {
    const { slack, app, deliver } = await startClinic()
    await slack.command({ user: 'U0ALICE', text: 'grant 1 @nadia 500 ward round' })
    await vi.waitFor(() => expect(slack.ephemerals('U0ALICE')).toHaveLength(1))
    await deliver()
    const message = slack.messages('C0APPROVE').at(-1)
    if (message === undefined) throw new Error('no card')
    await slack.click({ user: 'U0CMO', message, actionId: 'medikey_approve', tamper: without('trigger_id') })
    await app.stop()
    expect(slack.ephemerals('U0CMO').map(renderText)).toEqual([expect.stringContaining('went wrong')])
  })

  test('a form without what stands in it', async () => {
    const { slack, app } = await startClinic()
    await slack.command({ user: 'U0ALICE', text: 'deny k3x9q1mz7t' })
    const view = await vi.waitFor(() => slack.modal('U0ALICE') ?? Promise.reject(new Error('no form yet')))
    const edit = (payload: Record<string, unknown>) => ({
      ...payload,
      view: { ...(payload.view as object), state: null },
    })
    await slack.submitView({ view, values: { reason: 'not her ward' }, tamper: { edit } })
    await app.stop()
    expect(slack.directMessages('U0ALICE').map(renderText)).toEqual([expect.stringContaining('went wrong')])
  })
})
