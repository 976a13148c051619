import { describe, expect, test } from 'vitest'
import { openClient } from './openClient.ts'

const PNG = Buffer.from('89504e470d0a1a0a00', 'hex')
const refused = (error: string) => ({ data: { ok: false, error } })

async function openUploader() {
  const { client, slack } = await openClient({ workspaces: [{ team: 'T0WARD', people: [], channels: [] }] })
  const begin = async (length = PNG.length) => {
    const answer = await client.files.getUploadURLExternal({ filename: 'draws.png', length })
    return { id: answer.file_id ?? '', url: answer.upload_url ?? '' }
  }
  const send = async (url: string, body: Buffer<ArrayBuffer> = PNG) =>
    (await fetch(url, { method: 'POST', body })).status
  const complete = (id: string) => client.files.completeUploadExternal({ files: [{ id, title: 'draws' }] })
  const show = (id: string) =>
    client.chat.postMessage({
      channel: 'C0ALERTS',
      text: 'x',
      blocks: [{ type: 'image', alt_text: 'draws', slack_file: { id } }],
    })
  return { client, slack, begin, send, complete, show }
}

describe('a file', () => {
  test('is shown once it is told of, sent and finished', async () => {
    const { begin, send, complete, show, slack } = await openUploader()
    const { id, url } = await begin()
    expect(await send(url)).toBe(200)
    expect(await complete(id)).toMatchObject({ files: [{ id, title: 'draws' }] })
    await show(id)
    expect(slack.messages('C0ALERTS')).toMatchObject([{ blocks: [{ type: 'image' }] }])
  })

  test('goes through with Slack’s own client', async () => {
    const { client, slack, show } = await openUploader()
    await client.filesUploadV2({ file_uploads: [{ file: PNG, filename: 'draws.png' }] })
    const [file] = slack.files()
    expect(file).toMatchObject({ isComplete: true, title: 'draws.png' })
    await show(file?.id ?? '')
  })

  test.each([
    ['without a name', { filename: '', length: 1 }],
    ['without a length', { filename: 'a.png', length: 0 }],
  ])('%s is refused', async (_, args) => {
    const { client } = await openUploader()
    await expect(client.files.getUploadURLExternal(args)).rejects.toMatchObject(refused('invalid_arguments'))
  })

  test('that is larger than Slack takes is refused', async () => {
    const { begin } = await openUploader()
    await expect(begin(2_000_000_000)).rejects.toMatchObject(refused('file_upload_size_restricted'))
  })

  test('has one address for its bytes, once, and as many as were told', async () => {
    const { begin, send } = await openUploader()
    const { url } = await begin()
    expect(await send(`${url}0`)).toBe(404)
    expect(await send(url, Buffer.from('short'))).toBe(400)
    expect(await send(url)).toBe(200)
    expect(await send(url)).toBe(404)
  })

  test('that is unknown, not sent or finished already cannot be finished', async () => {
    const { begin, send, complete } = await openUploader()
    await expect(complete('F0NOWHERE')).rejects.toMatchObject(refused('file_not_found'))
    const { id, url } = await begin()
    await expect(complete(id)).rejects.toMatchObject(refused('file_not_found'))
    await send(url)
    await complete(id)
    await expect(complete(id)).rejects.toMatchObject(refused('file_not_found'))
  })

  test('that is unknown, unfinished or no picture cannot be shown', async () => {
    const { begin, send, complete, show } = await openUploader()
    await expect(show('F0NOWHERE')).rejects.toMatchObject(refused('invalid_blocks'))
    const { id, url } = await begin()
    await send(url)
    await expect(show(id)).rejects.toMatchObject(refused('invalid_blocks'))
    const other = await begin(4)
    await send(other.url, Buffer.from('text'))
    await complete(other.id)
    await expect(show(other.id)).rejects.toMatchObject(refused('invalid_blocks'))
  })

  test('cannot be shown while Slack works on it', async () => {
    const { begin, send, complete, show, slack } = await openUploader()
    const { id, url } = await begin()
    await send(url)
    await complete(id)
    slack.keepBusy(1)
    await expect(show(id)).rejects.toMatchObject(refused('invalid_blocks'))
    await show(id)
  })

  test('is shared into no channel by the double', async () => {
    const { client, begin, send } = await openUploader()
    const { id, url } = await begin()
    await send(url)
    const files: [{ id: string }] = [{ id }]
    await expect(
      client.files.completeUploadExternal({ files, channel_id: 'C0ALERTS' }),
    ).rejects.toMatchObject(refused('invalid_arguments'))
  })
})
