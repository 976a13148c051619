import { createFakeClock } from '@medikey/core/testing'
import { MessageFlags } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { channelIds, userIds } from '../fixedIds.ts'
import { logIn } from '../logIn.ts'
import { renderText } from '../renderText.ts'
import { repliable } from '../repliable.ts'

const text = (content: string) => ({ type: 10, content }) as const
const ping = { user: userIds.alice, command: 'test ping' }
const refused = (code: number) => expect.objectContaining({ code })

describe('the first response', () => {
  test('comes once', async () => {
    const { discord, errors, answer } = await logIn()
    answer(async (interaction) => repliable(interaction).reply('once'))
    const delivery = await discord.command(ping)
    expect(delivery).toMatchObject({ refusal: null, response: { type: 'message' } })
    expect(await delivery.redeliver()).toMatchObject({
      interactionId: delivery.interactionId,
      refusal: 40060,
    })
    await expect.poll(() => errors).toEqual([refused(40060)])
    expect(discord.messages(channelIds.ward)).toHaveLength(1)
  })

  test('comes within three seconds', async () => {
    const clock = createFakeClock()
    const { discord, errors, answer } = await logIn({ world: { clock } })
    answer(async (interaction) => {
      clock.advance(3001)
      await repliable(interaction).deferReply()
    })
    await expect(discord.command(ping)).rejects.toThrow('10062')
    await expect.poll(() => errors).toEqual([refused(10062)])
  })

  test('may promise an answer that only who asked will see, and that becomes Components V2 then', async () => {
    const { discord, answer } = await logIn()
    const proceed = Promise.withResolvers<void>()
    answer(async (interaction) => {
      const command = repliable(interaction)
      await command.deferReply({ flags: MessageFlags.Ephemeral })
      await proceed.promise
      await command.editReply({ flags: MessageFlags.IsComponentsV2, components: [text('here')] })
    })
    const { response } = await discord.command(ping)
    expect(response).toEqual({ type: 'deferred-message', isEphemeral: true })
    expect(discord.ephemerals(userIds.alice)).toEqual([])
    proceed.resolve()
    await expect.poll(() => discord.ephemerals(userIds.alice).map(renderText)).toEqual(['here'])
    expect(discord.messages(channelIds.ward)).toEqual([])
    expect(discord.ephemerals(userIds.nadia)).toEqual([])
  })

  test.each([
    ['update what was not clicked', { type: 7, data: { content: 'x' } }, 'type'],
    ['propose what nobody types', { type: 8, data: { choices: [] } }, 'type'],
    ['be of no kind', { type: 3 }, 'type'],
    ['be empty', { type: 4 }, 'data'],
  ])('cannot %s', async (_, body, field) => {
    const { discord, client, answer } = await logIn()
    const problems: unknown[] = []
    answer(async (interaction) => {
      const path = `/interactions/${interaction.id}/${interaction.token}/callback` as const
      await client.rest.post(path, { body, auth: false }).catch((error) => problems.push(error))
      await repliable(interaction).reply('then rightly')
    })
    await discord.command(ping)
    expect(problems).toMatchObject([{ code: 50035, rawError: { errors: { [field]: expect.anything() } } }])
    expect(discord.messages(channelIds.ward)).toMatchObject([{ content: 'then rightly' }])
  })
})
