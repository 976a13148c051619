import { once } from 'node:events'
import { createFakeClock } from '@medikey/core/testing'
import { describe, expect, onTestFinished, test } from 'vitest'
import WebSocket from 'ws'
import { connectApp } from './connectApp.ts'
import { createFakeSlack } from './createFakeSlack.ts'

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const input = { type: 'plain_text_input' as const, action_id: 'a', max_length: 10 }
const form = {
  type: 'modal' as const,
  callback_id: 'form',
  title: plain('Form'),
  submit: plain('Ask'),
  blocks: [
    { type: 'input' as const, block_id: 'needed', label: plain('Needed'), element: input },
    { type: 'input' as const, block_id: 'spare', label: plain('Spare'), element: input, optional: true },
  ],
}
/** The form with its first field changed. */
const withField = (parts: object) => ({ blocks: [{ ...form.blocks[0], element: { ...input, ...parts } }] })
const refused = (error: string) => ({ data: { ok: false, error } })

describe('the socket', () => {
  test('says hello, and its address serves once', async () => {
    const { frames, url, slack } = await connectApp()
    expect(frames).toMatchObject([{ type: 'hello', num_connections: 1 }])
    expect(slack.countConnections()).toBe(1)
    const [error] = await once(new WebSocket(url), 'error')
    expect(String(error)).toContain('401')
  })

  test('brings a command as Slack does, with names made mentions and markup escaped', async () => {
    const { slack, received } = await connectApp()
    const delivery = await slack.command({ user: 'U0ALICE', text: 'grant 1 @nadia @nobody <b> & x@nadia' })
    expect(delivery).toMatchObject({ status: 200, response: {} })
    expect(received).toMatchObject([
      {
        type: 'slash_commands',
        payload: {
          command: '/medikey',
          text: 'grant 1 <@U0NADIA|nadia> @nobody &lt;b&gt; &amp; x@nadia',
          user_id: 'U0ALICE',
          team_id: 'T0CLINIC',
        },
      },
    ])
  })

  test('brings the same again on demand', async () => {
    const { slack, received } = await connectApp()
    const delivery = await slack.command({ user: 'U0ALICE', text: 'help' })
    await delivery.redeliver()
    expect(received[1]).toMatchObject({ envelope_id: received[0]?.envelope_id, retry_attempt: 1 })
    expect(received[1]?.payload).toEqual(received[0]?.payload)
  })

  test('says goodbye', async () => {
    const { slack, frames } = await connectApp()
    slack.disconnect()
    await expect.poll(() => frames.at(-1)).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' })
  })

  test('fails a test whose app is not there, or names people who are not', async () => {
    const slack = await createFakeSlack()
    onTestFinished(slack.close)
    await expect(async () => slack.command({ user: 'U0ALICE', text: '' })).rejects.toThrow('start it first')
    await expect(async () => slack.command({ user: 'U0NOBODY', text: '' })).rejects.toThrow(
      'no user U0NOBODY',
    )
  })
})

describe('a click', () => {
  const row = {
    type: 'actions' as const,
    elements: [{ type: 'button' as const, action_id: 'go', value: 'v', text: plain('Go') }],
  }

  test('on a button that is there arrives with the message it stands in', async () => {
    const { slack, client, received } = await connectApp()
    await client.chat.postMessage({ channel: 'C0WARD', text: 'x', blocks: [row] })
    const [message] = slack.messages('C0WARD')
    if (message === undefined) throw new Error('no message')
    await slack.click({ user: 'U0CMO', message, actionId: 'go' })
    expect(received[0]?.payload).toMatchObject({
      type: 'block_actions',
      user: { id: 'U0CMO', team_id: 'T0CLINIC' },
      container: { channel_id: 'C0WARD', message_ts: message.ts },
      actions: [{ action_id: 'go', value: 'v' }],
    })
  })

  test('on a button that is not there is impossible', async () => {
    const { slack, client } = await connectApp()
    const { ts = '' } = await client.chat.postMessage({ channel: 'C0WARD', text: 'x', blocks: [row] })
    await client.chat.update({ channel: 'C0WARD', ts, text: 'x', blocks: [] })
    const [message] = slack.messages('C0WARD')
    if (message === undefined) throw new Error('no message')
    await expect(async () => slack.click({ user: 'U0CMO', message, actionId: 'go' })).rejects.toThrow(
      'no button go there',
    )
  })
})

describe('a trigger', () => {
  async function getTrigger(clock = createFakeClock()) {
    const app = await connectApp({ clock })
    await app.slack.command({ user: 'U0ALICE', text: '' })
    const trigger_id = String(app.received[0]?.payload.trigger_id)
    return { ...app, clock, trigger_id }
  }

  test('opens one form', async () => {
    const { client, slack, trigger_id } = await getTrigger()
    await client.views.open({ trigger_id, view: form })
    expect(slack.modal('U0ALICE')).toMatchObject({ isOpen: true, view: { callback_id: 'form' } })
    await expect(client.views.open({ trigger_id, view: form })).rejects.toMatchObject(
      refused('exchanged_trigger_id'),
    )
  })

  test('is of no use after three seconds, nor when it is made up', async () => {
    const { client, clock, trigger_id } = await getTrigger()
    clock.advance(3001)
    await expect(client.views.open({ trigger_id, view: form })).rejects.toMatchObject(
      refused('expired_trigger_id'),
    )
    await expect(client.views.open({ trigger_id: '1.2.x', view: form })).rejects.toMatchObject(
      refused('invalid_trigger_id'),
    )
  })

  test.each([
    ['a title of 25 characters', { title: plain('x'.repeat(25)) }],
    ['inputs without a submit button', { submit: undefined }],
    ['a memory of 3,001 characters', { private_metadata: 'x'.repeat(3001) }],
    ['101 blocks', { blocks: Array.from({ length: 101 }, () => ({ type: 'divider' as const })) }],
    ['no blocks', { blocks: [] }],
    ['a block id twice', { blocks: [form.blocks[0], form.blocks[0]] }],
    ['a button of 25 characters', { submit: plain('x'.repeat(25)) }],
    ['a name of 256 characters', { callback_id: 'x'.repeat(256) }],
    ['a label of 2,001 characters', { blocks: [{ ...form.blocks[0], label: plain('x'.repeat(2001)) }] }],
    ['a block id of 256 characters', { blocks: [{ ...form.blocks[0], block_id: 'x'.repeat(256) }] }],
    ['a hint in the field of 151 characters', withField({ placeholder: plain('x'.repeat(151)) })],
    ['a field that takes 3,001 characters', withField({ max_length: 3001 })],
    ['a field that wants more than it takes', withField({ min_length: 11 })],
    ['an action id of 256 characters', withField({ action_id: 'x'.repeat(256) })],
    ['a field of another kind', withField({ type: 'rich_text_input' })],
    ['a prefilled value longer than the field', withField({ initial_value: 'x'.repeat(11) })],
  ])('opens no form with %s', async (_, parts) => {
    const { client, trigger_id } = await getTrigger()
    const view = { ...form, ...parts } as typeof form
    await expect(client.views.open({ trigger_id, view })).rejects.toMatchObject(refused('invalid_arguments'))
  })

  test('’s form can be updated while it is open, by who knows its hash', async () => {
    const { client, trigger_id } = await getTrigger()
    const { view } = await client.views.open({ trigger_id, view: form })
    const view_id = view?.id ?? ''
    await client.views.update({ view_id, hash: view?.hash, view: form })
    await expect(client.views.update({ view_id, hash: view?.hash, view: form })).rejects.toMatchObject(
      refused('hash_conflict'),
    )
  })
})

describe('a form', () => {
  async function open() {
    const app = await connectApp()
    await app.slack.command({ user: 'U0ALICE', text: '' })
    await app.client.views.open({ trigger_id: String(app.received[0]?.payload.trigger_id), view: form })
    const view = app.slack.modal('U0ALICE')
    if (view === undefined) throw new Error('no form')
    return { ...app, view }
  }

  test('is submitted with its values and closes', async () => {
    const { slack, view, received } = await open()
    await slack.submitView({ view, values: { needed: 'x' } })
    expect(received[1]?.payload).toMatchObject({
      type: 'view_submission',
      view: {
        id: view.id,
        state: { values: { needed: { a: { value: 'x' } }, spare: { a: { value: null } } } },
      },
    })
    expect(slack.modal('U0ALICE')).toBeUndefined()
    await expect(slack.submitView({ view })).rejects.toThrow('closed')
  })

  test('shows errors and stays', async () => {
    const { slack, view, answer } = await open()
    answer.payload = { response_action: 'errors', errors: { needed: 'too short' } }
    await slack.submitView({ view, values: { needed: 'x' } })
    expect(view).toMatchObject({ isOpen: true, errors: { needed: 'too short' } })
  })

  test.each([
    [{ response_action: 'errors', errors: { elsewhere: 'x' } }, 'no field of the form'],
    [{ response_action: 'explode' }, ''],
  ])('answered with %j fails the test', async (payload, complaint) => {
    const { slack, view, answer } = await open()
    answer.payload = payload
    await expect(slack.submitView({ view, values: { needed: 'x' } })).rejects.toThrow(complaint)
  })

  test.each([
    [{}, 'asks for the field needed'],
    [{ needed: 'x'.repeat(11) }, 'no more than 10 characters'],
    [{ needed: 'x', other: 'y' }, 'no field other'],
  ])('cannot be submitted with %j', async (values, complaint) => {
    const { slack, view } = await open()
    await expect(slack.submitView({ view, values })).rejects.toThrow(complaint)
  })
})

describe('a response address', () => {
  async function getAddress() {
    const clock = createFakeClock()
    const app = await connectApp({ clock })
    await app.slack.command({ user: 'U0ALICE', text: '', channel: 'C0WARD' })
    const url = String(app.received[0]?.payload.response_url)
    const post = async (body: object) => {
      const answer = await fetch(url, { method: 'POST', body: JSON.stringify(body) })
      return [answer.status, await answer.text()]
    }
    return { ...app, clock, post }
  }

  test('takes five messages, which only the person sees', async () => {
    const { slack, post } = await getAddress()
    for (let use = 0; use < 5; use += 1) expect(await post({ text: 'x' })).toEqual([200, 'ok'])
    expect(await post({ text: 'x' })).toEqual([404, 'used_url'])
    expect(slack.ephemerals('U0ALICE')).toHaveLength(5)
    expect(slack.messages('C0WARD')).toEqual([])
  })

  test('is of no use after thirty minutes', async () => {
    const { clock, post } = await getAddress()
    clock.advance(30 * 60_000 + 1)
    expect(await post({ text: 'x' })).toEqual([404, 'expired_url'])
  })

  test('refuses what Slack refuses', async () => {
    const { post } = await getAddress()
    expect(await post({ blocks: [{ type: 'banner' }] })).toEqual([400, 'invalid_blocks'])
    expect(await post({ colour: 'red' })).toEqual([400, 'invalid_payload'])
  })

  test('can tell the whole channel', async () => {
    const { slack, post } = await getAddress()
    await post({ text: 'all', response_type: 'in_channel' })
    expect(slack.messages('C0WARD')).toMatchObject([{ text: 'all' }])
  })
})
