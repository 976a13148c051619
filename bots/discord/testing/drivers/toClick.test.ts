import { MessageFlags } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { channelIds, userIds } from '../fixedIds.ts'
import { logIn } from '../logIn.ts'
import { renderText } from '../renderText.ts'
import { repliable } from '../repliable.ts'

const text = (content: string) => ({ type: 10, content }) as const
const buttons = (...labels: string[]) => ({
  type: 1 as const,
  components: labels.map((label) => ({
    type: 2 as const,
    style: 1 as const,
    label,
    custom_id: label.toLowerCase(),
  })),
})
const ping = { user: userIds.alice, command: 'test ping' }

describe('a click', () => {
  async function postCard(client: Awaited<ReturnType<typeof logIn>>['client'], ...labels: string[]) {
    const channel = await client.channels.fetch(channelIds.approvals)
    if (!channel?.isSendable()) throw new Error('no channel')
    const components = [text('card'), buttons(...labels)]
    return channel.send({ flags: MessageFlags.IsComponentsV2, components })
  }

  test('arrives with the message it stands in, which it may change', async () => {
    const { discord, client, received, answer } = await logIn()
    await postCard(client, 'Approve', 'Deny')
    answer(async (interaction) => {
      if (interaction.isButton()) await interaction.update({ components: [text('approved')] })
    })
    const [card] = discord.messages(channelIds.approvals)
    if (card === undefined) throw new Error('no card')
    await discord.click({ user: userIds.cmo, message: card, button: 'Approve' })
    expect(received).toMatchObject([
      { customId: 'approve', message: { id: card.id }, user: { id: userIds.cmo } },
    ])
    expect(discord.messages(channelIds.approvals)).toMatchObject([
      { components: [text('approved')], edits: 1 },
    ])
    await expect(discord.click({ user: userIds.cmo, message: card, button: 'Approve' })).rejects.toThrow(
      'no button',
    )
  })

  test('may be acknowledged first and change the message later', async () => {
    const { discord, client, answer } = await logIn()
    await postCard(client, 'Approve')
    answer(async (interaction) => {
      if (!interaction.isButton()) return
      await interaction.deferUpdate()
      await interaction.editReply({ components: [text('approved')] })
      await interaction.followUp({ content: 'You approved', flags: MessageFlags.Ephemeral })
    })
    const [card] = discord.messages(channelIds.approvals)
    if (card === undefined) throw new Error('no card')
    const { response } = await discord.click({ user: userIds.cmo, message: card, button: 'approve' })
    expect(response).toEqual({ type: 'deferred-update' })
    await expect.poll(() => discord.ephemerals(userIds.cmo).map(renderText)).toEqual(['You approved'])
    expect(renderText(card)).toBe('approved')
  })

  test('may be forged: another id, or another place', async () => {
    const { discord, client, received, answer } = await logIn()
    await postCard(client, 'Approve')
    await postCard(client, 'Deny')
    answer(async (interaction) => repliable(interaction).deferReply())
    const [first, second] = discord.messages(channelIds.approvals)
    if (first === undefined || second === undefined) throw new Error('no cards')
    const forge = { customId: 'x', message: second }
    await discord.click({ user: userIds.cmo, message: first, button: 'Approve', forge })
    expect(received).toMatchObject([{ customId: 'x', message: { id: second.id } }])
  })

  test('on an answer for one person is for this person', async () => {
    const { discord, answer } = await logIn()
    answer(async (interaction) =>
      interaction.isButton()
        ? interaction.update({ content: 'done', components: [] })
        : repliable(interaction).reply({
            content: 'sure?',
            components: [buttons('Yes')],
            flags: MessageFlags.Ephemeral,
          }),
    )
    await discord.command(ping)
    const [question] = discord.ephemerals(userIds.alice)
    if (question === undefined) throw new Error('no question')
    await expect(discord.click({ user: userIds.nadia, message: question, button: 'Yes' })).rejects.toThrow(
      'does not see',
    )
    await discord.click({ user: userIds.alice, message: question, button: 'Yes' })
    expect(discord.ephemerals(userIds.alice).map(renderText)).toEqual(['done'])
  })

  test('on what was deleted fails the test', async () => {
    const { discord, client } = await logIn()
    await postCard(client, 'Approve')
    const [card] = discord.messages(channelIds.approvals)
    if (card === undefined) throw new Error('no card')
    discord.deleteMessage(card)
    await expect(discord.click({ user: userIds.cmo, message: card, button: 'Approve' })).rejects.toThrow(
      'was deleted',
    )
  })
})
