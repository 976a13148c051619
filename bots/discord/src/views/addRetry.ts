import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIContainerComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js'
import { countText } from '../components/countText.ts'
import { limits } from '../components/limits.ts'
import { toMarkup } from '../components/toMarkup.ts'
import type { Retry } from './Retry.ts'
import { toRetryCustomId } from './retryCustomId.ts'
import { retryIds } from './retryIds.ts'

const MENTION = /^<@\d{17,20}>$/
/** How much of each value is kept: as much as the message has room for. A form takes more than any value may have. */
const LONGEST_VALUES = [700, 300, 100] as const

/**
 * Puts what stood in a form into the message that tells what was wrong with it, with a button that opens the form filled
 * like that. Discord keeps it there, so the button works after a restart and in every process. A form that a button
 * opened is opened by that button again: the new one would not stand on its card.
 */
export function addRetry(
  container: APIContainerComponent,
  options: { retry: Retry; workspace: string },
): APIContainerComponent {
  const { retry, workspace } = options
  const kept = LONGEST_VALUES.map((max) => toTexts(retry, { workspace, max })).find((texts) => {
    const { characters, bytes } = countText([...container.components, ...texts])
    return characters <= limits.allText && bytes <= limits.allBytes
  })
  return { ...container, components: [...container.components, ...(kept ?? []), ...toRows(retry)] }
}

function toTexts({ values }: Retry, options: { workspace: string; max: number }): APITextDisplayComponent[] {
  return Object.entries(values).map(([name, value = ''], index) => ({
    type: ComponentType.TextDisplay,
    id: retryIds.first + index,
    content: `**${name}:** ${MENTION.test(value) ? value : toMarkup([value], options)}`,
  }))
}

function toRows({ memory }: Retry): APIActionRowComponent<APIButtonComponent>[] {
  const customId = toRetryCustomId(memory)
  if (memory.origin !== 'command' || customId.length > limits.customId) return []
  const button = { label: 'Correct it', style: ButtonStyle.Primary, custom_id: customId } as const
  return [{ type: ComponentType.ActionRow, components: [{ type: ComponentType.Button, ...button }] }]
}
