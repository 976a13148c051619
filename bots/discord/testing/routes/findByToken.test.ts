import { createFakeClock } from '@medikey/core/testing'
import { MessageFlags } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { channelIds, userIds } from '../fixedIds.ts'
import { logIn } from '../logIn.ts'
import { renderText } from '../renderText.ts'
import { repliable } from '../repliable.ts'

const ping = { user: userIds.alice, command: 'test ping' }
const refused = (code: number) => expect.objectContaining({ code })

describe('the token of an interaction', () => {
  test('lives for fifteen minutes', async () => {
    const clock = createFakeClock()
    const { discord, received, answer } = await logIn({ world: { clock } })
    answer(async (interaction) => repliable(interaction).deferReply())
    await discord.command(ping)
    const [first] = received.map(repliable)
    await expect.poll(() => first?.deferred).toBe(true)
    clock.advance(15 * 60_000)
    await first?.editReply('in time')
    clock.advance(1)
    await expect(first?.editReply('late')).rejects.toMatchObject({ code: 50027, status: 401 })
    await expect(first?.followUp('late')).rejects.toMatchObject({ code: 50027 })
    expect(discord.messages(channelIds.ward)).toMatchObject([{ content: 'in time' }])
  })

  test('serves for further answers, the first of which is the promised one', async () => {
    const { discord, received, answer } = await logIn()
    answer(async (interaction) => repliable(interaction).deferReply({ flags: MessageFlags.Ephemeral }))
    await discord.command(ping)
    const [first] = received.map(repliable)
    await expect.poll(() => first?.deferred).toBe(true)
    await first?.followUp('one')
    await first?.followUp({ content: 'two', flags: MessageFlags.Ephemeral })
    await first?.followUp('three')
    expect(discord.ephemerals(userIds.alice).map(renderText)).toEqual(['one', 'two'])
    expect(discord.messages(channelIds.ward).map(renderText)).toEqual(['three'])
    await first?.deleteReply()
    expect(discord.ephemerals(userIds.alice).map(renderText)).toEqual(['two'])
    await expect(first?.editReply('gone')).rejects.toMatchObject({ code: 10008 })
  })

  test('is none any more once the past is forgotten, while messages of channels stay', async () => {
    const { discord, received, answer } = await logIn()
    answer(async (interaction) => repliable(interaction).reply('one'))
    await discord.command(ping)
    const [first] = received.map(repliable)
    await expect.poll(() => first?.replied).toBe(true)
    await first?.followUp({ content: 'two', flags: MessageFlags.Ephemeral })
    discord.forget()
    await expect(first?.editReply('late')).rejects.toMatchObject({ code: 50027 })
    expect(discord.messages(channelIds.ward).map(renderText)).toEqual(['one'])
    expect(discord.ephemerals(userIds.alice)).toEqual([])
    expect(discord.calls()).toHaveLength(1)
  })

  test('serves for nothing before the first response', async () => {
    const { discord, client, answer } = await logIn()
    const early: unknown[] = []
    answer(async (interaction) => {
      const path = `/webhooks/${interaction.applicationId}/${interaction.token}` as const
      const body = { content: 'x' }
      await client.rest.post(path, { body, auth: false }).catch((error) => early.push(error))
      await client.rest
        .post(`/webhooks/${interaction.applicationId}/wrong`, { body, auth: false })
        .catch((error) => early.push(error))
      await repliable(interaction).reply('now')
    })
    await discord.command(ping)
    expect(early).toEqual([refused(10015), refused(50027)])
    expect(JSON.stringify(discord.calls())).not.toContain(Buffer.from('interaction:').toString('base64url'))
  })

  test('reaches what the channel does not show the app: an answer for one person', async () => {
    const { discord, client, answer } = await logIn()
    answer(async (interaction) =>
      repliable(interaction).reply({ content: 'psst', flags: MessageFlags.Ephemeral }),
    )
    await discord.command(ping)
    const [message] = discord.ephemerals(userIds.alice)
    const path = `/channels/${channelIds.ward}/messages/${message?.id}` as const
    await expect(client.rest.patch(path, { body: { content: 'x' } })).rejects.toMatchObject({ code: 10008 })
  })
})
