import { Routes } from 'discord.js'
import { expect, test } from 'vitest'
import { channelIds } from '../fixedIds.ts'
import { openRest } from '../openRest.ts'

const { alerts } = channelIds
const PNG = Buffer.from('89504e470d0a1a0a00', 'hex')
const gallery = (url: string, description = 'Draws') => ({
  flags: 1 << 15,
  components: [{ type: 12, items: [{ media: { url }, description }] }],
})

async function open() {
  const { rest, discord, post } = await openRest()
  const send = (body: object, files: readonly { name: string; data: Buffer }[]) =>
    rest.post(Routes.channelMessages(alerts), {
      body,
      files: files.map((file) => ({ ...file, contentType: 'image/png' })),
    })
  return { rest, discord, post, send }
}

test('a picture that comes with the message is shown', async () => {
  const { send, discord } = await open()
  const answer = await send(gallery('attachment://draws.png'), [{ name: 'draws.png', data: PNG }])
  expect(answer).toMatchObject({ attachments: [{ filename: 'draws.png', size: PNG.length }] })
  expect(discord.messages(alerts)).toMatchObject([{ attachments: [{ filename: 'draws.png' }] }])
})

test('files alone are a message', async () => {
  const { send } = await open()
  await send({}, [{ name: 'draws.png', data: PNG }])
})

test.each([
  ['did not come', 'attachment://other.png', PNG],
  ['is no picture', 'attachment://draws.png', Buffer.from('text')],
])('what %s cannot be shown', async (_, url, data) => {
  const { send, discord } = await open()
  await expect(send(gallery(url), [{ name: 'draws.png', data }])).rejects.toMatchObject({ code: 50035 })
  expect(discord.messages(alerts)).toEqual([])
})

test('more than ten megabytes are refused', async () => {
  const { send } = await open()
  const data = Buffer.concat([PNG, Buffer.alloc(10 * 1024 * 1024)])
  await expect(send({}, [{ name: 'draws.png', data }])).rejects.toMatchObject({ code: 40005, status: 413 })
})

test('a description has at most 1,024 characters', async () => {
  const { send } = await open()
  const files = [{ name: 'draws.png', data: PNG }]
  const body = gallery('attachment://draws.png', 'x'.repeat(1025))
  await expect(send(body, files)).rejects.toMatchObject({ code: 50035 })
})

test('without the permission no file is taken, and words are', async () => {
  const { send, discord, post } = await open()
  discord.forbid(alerts, 'AttachFiles')
  await expect(send({}, [{ name: 'draws.png', data: PNG }])).rejects.toMatchObject({ code: 50013 })
  await post(alerts, { content: 'x' })
})

test('an edit keeps the pictures', async () => {
  const { send, rest, discord } = await open()
  const posted = (await send(gallery('attachment://draws.png'), [{ name: 'draws.png', data: PNG }])) as {
    id: string
  }
  const body = gallery('attachment://draws.png', 'Edited')
  await rest.patch(Routes.channelMessage(alerts, posted.id), { body })
  expect(discord.messages(alerts)).toMatchObject([{ attachments: [{ filename: 'draws.png' }] }])
})
