import { createMessage } from '@medikey/core'
import { testMessenger } from '@medikey/core/testing'
import { describe, expect, test } from 'vitest'
import { userIds } from '../testing/fixedIds.ts'
import { openMessengerHarness } from '../testing/openMessengerHarness.ts'
import { renderText } from '../testing/renderText.ts'
import { startClinic } from '../testing/startClinic.ts'

testMessenger('Discord is a messenger', openMessengerHarness)

describe('Discord’s own ways', () => {
  const message = createMessage({ title: 'Hello' })
  const card = { key: 'card-1', message, requestId: 'k3x9', userId: null, maybePosted: false }

  test('two processes that post the same at once post it once', async () => {
    const { discord, connection } = await startClinic()
    const [first, second] = await Promise.all([
      connection.messenger.postCard(card),
      connection.messenger.postCard(card),
    ])
    expect(second).toEqual(first)
    expect(discord.messages(discord.channels.approvals)).toHaveLength(1)
  })

  test('the thread below a card is opened with the first thing to tell, and is the card’s own', async () => {
    const { discord, connection } = await startClinic()
    const ref = await connection.messenger.postCard(card)
    const tell = (key: string) => connection.messenger.postThread({ key, message, ref, maybePosted: false })
    expect(await tell('t1')).toMatchObject({ channel: ref.messageId })
    await tell('t2')
    expect(discord.calls('POST /channels/:channel/messages/:message/threads')).toHaveLength(1)
  })

  test('a deleted card is named as the reason that nothing can be told below it', async () => {
    const { discord, connection } = await startClinic()
    const ref = await connection.messenger.postCard(card)
    discord.deleteMessage({ id: ref.messageId })
    const telling = connection.messenger.postThread({ key: 't1', message, ref, maybePosted: false })
    await expect(telling).rejects.toMatchObject({
      retryAfterMs: null,
      shortMessage: expect.stringContaining('deleted'),
    })
  })

  test('somebody who takes no direct messages is no use trying again, and it says what to ask them', async () => {
    const { discord, connection } = await startClinic()
    discord.blockDirectMessages(userIds.nadia)
    const telling = connection.messenger.notifyUser({
      key: 'd1',
      message,
      workspace: connection.workspace,
      userId: userIds.nadia,
      maybePosted: false,
    })
    await expect(telling).rejects.toMatchObject({
      retryAfterMs: null,
      shortMessage: expect.stringContaining('takes no direct messages'),
    })
  })

  test('a bot that may attach nothing posts the words of a digest, and says what to allow', async () => {
    const { discord, connection } = await startClinic()
    discord.forbid(discord.channels.alerts, 'AttachFiles')
    const png = new Uint8Array(Buffer.from('89504e470d0a1a0a00', 'hex'))
    const images = [{ name: 'draws.png', alt: 'Draws: 12', png }]
    await connection.messenger.postDigest({ key: 'digest-1', message, images, maybePosted: false })
    const shown = discord.messages(discord.channels.alerts).map((posted) => renderText(posted))
    expect(shown).toEqual([
      expect.stringMatching(/Hello[\s\S]*Without its pictures: allow the bot Attach Files/),
    ])
  })

  test('a missing permission is named with those that the bot needs', async () => {
    const { discord, connection } = await startClinic()
    discord.forbid(discord.channels.approvals, 'SendMessages')
    await expect(connection.messenger.postCard(card)).rejects.toMatchObject({
      retryAfterMs: null,
      shortMessage: expect.stringContaining('to send messages'),
    })
  })
})
