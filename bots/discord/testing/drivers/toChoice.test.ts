import { expect, test } from 'vitest'
import { channelIds, userIds } from '../fixedIds.ts'
import { logIn } from '../logIn.ts'
import { repliable } from '../repliable.ts'

const people = { type: 5 as const, custom_id: 'who', max_values: 2 }
const moods = { type: 3 as const, custom_id: 'mood', options: [{ label: 'Good', value: 'good' }] }

async function postSelects() {
  const opened = await logIn()
  const { client, discord, answer } = opened
  const channel = await client.channels.fetch(channelIds.ward)
  if (!channel?.isSendable()) throw new Error('no channel')
  await channel.send({
    content: 'choose',
    components: [people, moods, { ...moods, custom_id: 'off', disabled: true }].map((select) => ({
      type: 1,
      components: [select],
    })),
  })
  answer(async (interaction) => repliable(interaction).deferReply())
  const [message] = discord.messages(channelIds.ward)
  if (message === undefined) throw new Error('no message')
  return { ...opened, choice: { user: userIds.alice, message } }
}

test('a choice of people arrives with who they are', async () => {
  const { discord, received, choice } = await postSelects()
  await discord.choose({ ...choice, select: 'who', values: [userIds.ben, userIds.nadia] })
  const [chosen] = received
  if (!chosen?.isUserSelectMenu()) throw new Error('nobody was chosen')
  expect(chosen.users.map(({ username }) => username)).toEqual(['ben', 'nadia'])
})

test('a choice of words arrives with their values', async () => {
  const { discord, received, choice } = await postSelects()
  await discord.choose({ ...choice, select: 'mood', values: ['good'] })
  expect(received).toMatchObject([{ customId: 'mood', values: ['good'] }])
})

test.each([
  ['where there is no select', 'other', ['good'], 'no select other'],
  ['where it is disabled', 'off', ['good'], 'is disabled'],
  ['of nothing', 'mood', [], 'at least 1'],
  ['of too much', 'who', [userIds.ben, userIds.nadia, userIds.tom], 'at most 2'],
  ['of what is not offered', 'mood', ['bad'], 'does not offer bad'],
  ['of somebody who is not there', 'who', ['1'], 'no user 1'],
])('a choice %s fails the test', async (_, select, values, problem) => {
  const { discord, choice } = await postSelects()
  await expect(discord.choose({ ...choice, select, values })).rejects.toThrow(problem)
})
