import { z } from 'zod'
import type { Method } from './Method.ts'
import { refuse } from './refuse.ts'
import { tiers } from './tiers.ts'

const filesSchema = z.array(z.strictObject({ id: z.string(), title: z.string().optional() })).min(1)

/**
 * `files.completeUploadExternal`, for files that stay private until a message shows them: the double shares none into a
 * channel by itself.
 */
export const completeUpload: Method = {
  token: 'bot',
  scopes: ['files:write'],
  perMinute: tiers.four,
  answer(world, { team, args }) {
    const files = filesSchema.safeParse(args.files)
    if (!files.success) return refuse('invalid_arguments')
    if (args.channel_id !== undefined || args.channels !== undefined) {
      return refuse('invalid_arguments', ['[ERROR] the double shares no file into a channel'])
    }
    const found = files.data.map(({ id, title }) => ({ file: world.files.get(id), title }))
    const isReady = found.every(
      ({ file }) => file?.team === team.id && file.bytes !== null && !file.isComplete,
    )
    if (!isReady) return refuse('file_not_found')
    const answered = found.flatMap(({ file, title }) => {
      if (file === undefined) return []
      file.isComplete = true
      file.title = title ?? file.filename
      return [{ id: file.id, title: file.title }]
    })
    return { ok: true, files: answered }
  },
}
