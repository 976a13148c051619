import { expect, test } from 'vitest'
import { channelIds, userIds } from '../fixedIds.ts'
import { logIn } from '../logIn.ts'
import { repliable } from '../repliable.ts'

async function logInWithMenus() {
  const opened = await logIn()
  const { client, discord, answer } = opened
  await client.application.commands.set(
    [
      { type: 3, name: 'Request access' },
      { type: 2, name: 'Show statistics' },
    ],
    discord.guildId,
  )
  answer(async (interaction) => repliable(interaction).deferReply())
  return opened
}

test('the menu of a message brings the message with what it says, although the app may not read along', async () => {
  const { discord, received } = await logInWithMenus()
  const on = discord.say({ user: userIds.nadia, channel: channelIds.ward, text: 'who can see record 1?' })
  await discord.useMenu({ user: userIds.alice, command: 'Request access', on })
  const [used] = received
  if (!used?.isMessageContextMenuCommand()) throw new Error('no menu was used')
  expect(used).toMatchObject({ commandName: 'Request access', user: { id: userIds.alice } })
  expect(used.targetMessage).toMatchObject({
    content: 'who can see record 1?',
    author: { id: userIds.nadia },
  })
})

test('the menu of a person brings the person', async () => {
  const { discord, received } = await logInWithMenus()
  await discord.useMenu({ user: userIds.alice, command: 'Show statistics', on: userIds.ben })
  const [used] = received
  if (!used?.isUserContextMenuCommand()) throw new Error('no menu was used')
  expect(used.targetUser.id).toBe(userIds.ben)
})

test('a command is only in the menu that it is registered for', async () => {
  const { discord } = await logInWithMenus()
  const use = discord.useMenu({ user: userIds.alice, command: 'Request access', on: userIds.ben })
  await expect(use).rejects.toThrow('does not offer Request access')
})
