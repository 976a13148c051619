import { PermissionsBitField } from 'discord.js'
import { expect, onTestFinished, test } from 'vitest'
import { createFakeDiscord } from '../../testing/createFakeDiscord.ts'
import { createInvite } from './createInvite.ts'

test('invites the token’s application with what it needs, and nothing more', async () => {
  const discord = await createFakeDiscord()
  onTestFinished(discord.close)
  const url = new URL(await createInvite({ token: discord.token, apiUrl: discord.apiUrl }))
  expect(`${url.origin}${url.pathname}`).toBe('https://discord.com/oauth2/authorize')
  const { client_id, scope, permissions } = Object.fromEntries(url.searchParams)
  expect({ client_id, scope }).toEqual({
    client_id: discord.applicationId,
    scope: 'bot applications.commands',
  })
  expect(new PermissionsBitField(BigInt(permissions ?? 0)).toArray().toSorted()).toEqual([
    'AttachFiles',
    'CreatePublicThreads',
    'ReadMessageHistory',
    'SendMessages',
    'SendMessagesInThreads',
    'ViewChannel',
  ])
})

test('says that the token is refused, without telling it', async () => {
  const discord = await createFakeDiscord()
  onTestFinished(discord.close)
  const invited = createInvite({ token: 'abc.def.secret', apiUrl: discord.apiUrl })
  await expect(invited).rejects.toThrow('DISCORD_TOKEN')
  await expect(invited).rejects.not.toThrow('secret')
})
