import { cutText, type Field, type Message, type Tone, toInertText, toPlainText } from '@medikey/core'
import type { types } from '@slack/bolt'
import type { UploadedImage } from '../files/createUploads.ts'
import { limits } from './limits.ts'
import type { Team } from './Team.ts'
import { toButtons } from './toButtons.ts'
import { toFooter } from './toFooter.ts'
import { toHeader } from './toHeader.ts'
import { toRichText } from './toRichText.ts'
import { toRichTextBlock } from './toRichTextBlock.ts'

const ICONS: Record<Tone, string> = { neutral: '', waiting: '⏳ ', good: '✅ ', bad: '⛔ ' }

/** From whole to visibly cut: characters a text may have, and how many paragraphs and fields are shown. */
const FITTINGS = [
  { max: limits.paragraph, keep: 40 },
  { max: 1500, keep: 40 },
  { max: 600, keep: 40 },
  { max: 250, keep: 30 },
  { max: 100, keep: 15 },
] as const

type Fitting = { readonly max: number; readonly keep: number }

/**
 * Translates a message into blocks that Slack takes. What is too long or too much is visibly cut.
 *
 * @param options.images pictures below the words
 * @example
 * const blocks = toBlocks(message, { workspace: 'T0CLINIC', url: 'https://clinic.slack.com/' })
 */
export function toBlocks(
  message: Message,
  options: Team & { images?: readonly UploadedImage[] },
): types.KnownBlock[] {
  for (const fitting of FITTINGS) {
    const blocks = compose(message, { ...options, ...fitting })
    if (blocks.length <= limits.blocks && JSON.stringify(blocks).length <= limits.allBlocks) return blocks
  }
  return compose(message, { ...options, max: 60, keep: 5 })
}

function compose(
  message: Message,
  options: Fitting & Team & { images?: readonly UploadedImage[] },
): types.KnownBlock[] {
  const { keep, images = [] } = options
  const icon = ICONS[message.tone]
  const title = message.title === null ? '' : toInertText(message.title).trim()
  const paragraphs = message.paragraphs.filter((paragraph) => toPlainText(paragraph).trim() !== '')
  const hidden = Math.max(0, paragraphs.length - keep) + Math.max(0, message.fields.length - keep)
  return [
    ...(title === '' ? [] : [toHeader(`${icon}${title}`)]),
    ...paragraphs
      .slice(0, keep)
      .map((paragraph, index) =>
        toRichTextBlock(
          title === '' && index === 0 && icon !== '' ? [icon, ...paragraph] : paragraph,
          options,
        ),
      ),
    ...toFields(message.fields.slice(0, keep), options),
    ...(hidden === 0 ? [] : [toRichTextBlock([`… ${hidden} more not shown (cut)`], options)]),
    ...images.map(toImage),
    ...toButtons(message.actions),
    ...toFooter(message.footer, options),
  ]
}

function toImage({ fileId, alt }: UploadedImage): types.ImageBlock {
  return { type: 'image', slack_file: { id: fileId }, alt_text: cutText(alt, limits.altText) }
}

/** All fields as lines of one block: a block each would leave no room for anything else. */
function toFields(fields: readonly Field[], options: Fitting & Team): types.RichTextBlock[] {
  if (fields.length === 0) return []
  const max = Math.min(options.max, limits.fieldValue)
  const elements = fields.flatMap((field, index) => [
    ...toRichText([`${index === 0 ? '' : '\n'}`, { bold: `${field.label}: ` }], { ...options, max: 200 }),
    ...toRichText(toPlainText(field.value).trim() === '' ? ['–'] : field.value, { ...options, max }),
  ])
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }]
}
