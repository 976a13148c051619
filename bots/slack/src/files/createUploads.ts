import type { Image } from '@medikey/core'
import { z } from 'zod'
import type { SlackWorkspace } from '../connection/SlackWorkspace.ts'

/** A picture that Slack holds, and that only a message shows. */
export type UploadedImage = { readonly fileId: string; readonly alt: string }

const MOST_KEPT = 20

const uploadedSchema = z.object({
  files: z.array(z.object({ files: z.array(z.object({ id: z.string().min(1), title: z.string() })) })),
})

/** Brings pictures to Slack, those of a message once for all its tries in this process. */
export type Uploads = {
  /** Gives the pictures' files; uploads them where no earlier try did. */
  upload(options: {
    at: SlackWorkspace
    key: string
    images: readonly Image[]
  }): Promise<readonly UploadedImage[]>
  /** Counts that Slack would not show a message's pictures; returns how often it was by now. */
  countRefusal(key: string): number
  forget(key: string): void
}

/**
 * Makes the room for pictures that are under way. They belong to no channel: nobody sees a picture before its message, and
 * one that is uploaded twice is shown once.
 */
export function createUploads(): Uploads {
  const kept = new Map<string, { images: readonly UploadedImage[]; refusals: number }>()

  return {
    async upload({ at, key, images }) {
      const known = kept.get(key)
      if (known !== undefined) return known.images
      const answer = await at.client.filesUploadV2({
        file_uploads: images.map(({ name, png }) => ({ file: Buffer.from(png), filename: name })),
      })
      const files = uploadedSchema.parse(answer).files.flatMap(({ files }) => files)
      const uploaded = images.flatMap(({ name, alt }) => {
        const file = files.find(({ title }) => title === name)
        return file === undefined ? [] : [{ fileId: file.id, alt }]
      })
      const [oldest] = kept.keys()
      if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest)
      kept.set(key, { images: uploaded, refusals: 0 })
      return uploaded
    },
    countRefusal(key) {
      const known = kept.get(key)
      if (known === undefined) return 0
      known.refusals += 1
      return known.refusals
    },
    forget: (key) => void kept.delete(key),
  }
}
