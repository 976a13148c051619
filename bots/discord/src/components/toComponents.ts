import {
  cutText,
  type Field,
  type Image,
  type Message,
  type Tone,
  toInertText,
  toPlainText,
} from '@medikey/core'
import {
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIMediaGalleryComponent,
  type APITextDisplayComponent,
  ComponentType,
} from 'discord.js'
import { countText } from './countText.ts'
import { escapeMarkup } from './escapeMarkup.ts'
import { limits } from './limits.ts'
import { toButtons } from './toButtons.ts'
import { toFooter } from './toFooter.ts'
import { toMarkup } from './toMarkup.ts'

const ICONS: Record<Tone, string> = { neutral: '', waiting: '⏳ ', good: '✅ ', bad: '⛔ ' }
const COLOURS: Record<Tone, number | null> = {
  neutral: null,
  waiting: 0xf0b232,
  good: 0x23a55a,
  bad: 0xf23f43,
}

/** From whole to visibly cut: characters a text may have, and how many paragraphs and fields are shown. */
const FITTINGS = [
  { max: limits.paragraph, keep: 100 },
  { max: 1500, keep: 100 },
  { max: 600, keep: 60 },
  { max: 250, keep: 30 },
  { max: 100, keep: 15 },
] as const

type Fitting = { readonly max: number; readonly keep: number }

/**
 * Translates a message into components that Discord takes: one container, coloured by its tone. What is too long or too
 * much is visibly cut.
 *
 * @param options.workspace the guild whose people may be mentioned
 * @param options.images pictures below the words, sent along as files
 * @param options.ids numbers for the container and its first part, by which the message can be found again
 * @example
 * const components = toComponents(message, { workspace: guildId })
 */
export function toComponents(
  message: Message,
  options: { workspace: string; images?: readonly Image[]; ids?: readonly [number, number] },
): [APIContainerComponent] {
  const { ids } = options
  const parts = fit(message, options)
  const colour = COLOURS[message.tone]
  return [
    {
      type: ComponentType.Container,
      ...(colour === null ? {} : { accent_color: colour }),
      ...(ids === undefined ? {} : { id: ids[0] }),
      components: parts.map((part, index) =>
        ids === undefined || index > 0 ? part : { ...part, id: ids[1] },
      ),
    },
  ]
}

type Place = { readonly workspace: string; readonly images?: readonly Image[] }

function fit(message: Message, options: Place): APIComponentInContainer[] {
  for (const fitting of FITTINGS) {
    const parts = compose(message, { ...options, ...fitting })
    const { characters, bytes } = countText(parts)
    if (characters <= limits.allText && bytes <= limits.allBytes) return parts
  }
  return compose(message, { ...options, max: 60, keep: 5 })
}

function compose(message: Message, options: Fitting & Place): APIComponentInContainer[] {
  const { keep, images = [] } = options
  const icon = ICONS[message.tone]
  const title = message.title === null ? '' : toInertText(message.title).replace(/\s+/g, ' ').trim()
  const paragraphs = message.paragraphs.filter((paragraph) => toPlainText(paragraph).trim() !== '')
  const hidden = Math.max(0, paragraphs.length - keep) + Math.max(0, message.fields.length - keep)
  const body = paragraphs
    .slice(0, keep)
    .map((paragraph, index) => (title === '' && index === 0 ? icon : '') + toMarkup(paragraph, options))
  const buttons = toButtons(message.actions)
  const footer = toFooter(message.footer, options)
  const parts = [
    ...toTexts(
      title === '' ? '' : `## ${icon}${escapeMarkup(cutText(title, Math.min(options.max, limits.title)))}`,
    ),
    ...toTexts(body.join('\n')),
    ...toTexts(toFields(message.fields.slice(0, keep), options)),
    ...toTexts(hidden === 0 ? '' : `… ${hidden} more not shown (cut)`),
    ...images.map(toGallery),
    ...buttons,
    ...(footer === '' ? [] : [SEPARATOR, ...toTexts(footer)]),
  ]
  // Discord takes no message without words.
  return parts.some(({ type }) => type === ComponentType.TextDisplay)
    ? parts
    : [...toTexts('MediKey'), ...parts]
}

/** A gallery each: Discord shows several pictures of one as tiles, and cuts their edges off. */
function toGallery({ name, alt }: Image): APIMediaGalleryComponent {
  const description = cutText(alt, limits.description)
  return {
    type: ComponentType.MediaGallery,
    items: [{ media: { url: `attachment://${name}` }, description }],
  }
}

const SEPARATOR = { type: ComponentType.Separator } as const

function toTexts(content: string): APITextDisplayComponent[] {
  return content.trim() === '' ? [] : [{ type: ComponentType.TextDisplay, content }]
}

/** All fields as lines of one text: a text each would leave no room for anything else. */
function toFields(fields: readonly Field[], options: Fitting & { workspace: string }): string {
  return fields
    .map(({ label, value }) => {
      const name = toMarkup([{ bold: `${label}:` }], { ...options, max: limits.fieldLabel })
      return `${name} ${toPlainText(value).trim() === '' ? '–' : toMarkup(value, options)}`
    })
    .join('\n')
}
