import type { Method } from './Method.ts'
import { refuse } from './refuse.ts'
import { tiers } from './tiers.ts'

/** The least that Slack promises to take, in bytes: a gigabyte. */
const LARGEST_FILE = 1_000_000_000

/** `files.getUploadURLExternal`: where the bytes of one file may be sent, once. */
export const getUploadUrl: Method = {
  token: 'bot',
  scopes: ['files:write'],
  perMinute: tiers.four,
  answer(world, { team, args }) {
    const length = Number(args.length)
    const { filename } = args
    if (typeof filename !== 'string' || filename === '') return refuse('invalid_arguments')
    if (!Number.isInteger(length) || length <= 0) return refuse('invalid_arguments')
    if (length > LARGEST_FILE) return refuse('file_upload_size_restricted')
    const id = world.nextId('F')
    const ticket = world.nextId('upload')
    world.files.set(id, {
      id,
      team: team.id,
      filename,
      length,
      ticket,
      bytes: null,
      isComplete: false,
      title: null,
    })
    return { ok: true, upload_url: `${world.origin}/upload/v1/${ticket}`, file_id: id }
  },
}
