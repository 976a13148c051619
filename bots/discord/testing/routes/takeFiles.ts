import type { FakeAttachment, World } from '../World.ts'
import { ApiRefusal } from './ApiRefusal.ts'
import { findChannel } from './findChannel.ts'
import type { SentFile } from './Route.ts'

const LARGEST_REQUEST = 10 * 1024 * 1024
const MOST_FILES = 10

/**
 * The files of a message that is posted. Where the message lists its attachments, only those count, under the names that
 * it gives them.
 *
 * @throws ApiRefusal where the app may attach none, or they are too many or too large
 */
export function takeFiles(
  world: World,
  options: {
    channel: string
    files: readonly SentFile[]
    named: readonly { id: string | number; filename?: string | undefined }[] | null
  },
): FakeAttachment[] {
  const { channel, files, named } = options
  if (files.length === 0) return []
  findChannel(world, channel, 'AttachFiles')
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0)
  if (size > LARGEST_REQUEST || files.length > MOST_FILES) throw new ApiRefusal(40005)
  return files.flatMap(({ id, filename, bytes }) => {
    const name = named?.find((one) => `${one.id}` === id)
    if (named !== null && name === undefined) return []
    return [{ id: world.nextId(), filename: name?.filename ?? filename, bytes }]
  })
}
