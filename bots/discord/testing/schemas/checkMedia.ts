import type { FakeAttachment } from '../World.ts'
import type { MessageComponent } from './componentSchema.ts'
import type { FormIssue } from './FormIssue.ts'
import { listComponents } from './listComponents.ts'
import { refuseForm } from './refuseForm.ts'

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const SCHEME = 'attachment://'

/**
 * Checks what a message's components show: an address of the web, or a file that came with the message, which has to be
 * the picture that its name says.
 *
 * @throws ApiRefusal 50035
 */
export function checkMedia(
  components: readonly MessageComponent[],
  options: { attachments: readonly FakeAttachment[]; at: readonly string[] },
): void {
  const { attachments, at } = options
  const urls = listComponents(components).flatMap((one) => {
    if (one.type === 12) return one.items.map(({ media }) => media.url)
    return one.type === 11 ? [one.media.url] : []
  })
  const issues = urls.flatMap((url): FormIssue[] => {
    if (/^https?:\/\//.test(url)) return []
    const file = attachments.find(({ filename }) => url === `${SCHEME}${filename}`)
    if (file === undefined) return [toIssue(at, 'The referenced attachment was not found')]
    const isPicture =
      !file.filename.endsWith('.png') || PNG.every((byte, index) => file.bytes[index] === byte)
    return isPicture ? [] : [toIssue(at, 'The referenced attachment is no picture')]
  })
  if (issues.length > 0) throw refuseForm(...issues)
}

function toIssue(path: readonly string[], message: string): FormIssue {
  return { path, code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND', message }
}
