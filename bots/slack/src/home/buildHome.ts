import type { Home, HomeSection, Message, Text } from '@medikey/core'
import type { types } from '@slack/bolt'
import { limits } from '../blocks/limits.ts'
import type { Team } from '../blocks/Team.ts'
import { toBlocks } from '../blocks/toBlocks.ts'
import { toButtons } from '../blocks/toButtons.ts'
import { toFooter } from '../blocks/toFooter.ts'
import { toHeader } from '../blocks/toHeader.ts'
import { toRichTextBlock } from '../blocks/toRichTextBlock.ts'

/** Leaves the sections of a Home the room that they may need. */
const MOST_ANSWER_BLOCKS = 20

type Options = Team & { readonly max: number }

/**
 * Translates a Home into the view of Slack's Home tab.
 *
 * @param options.answer to what the person did there, shown above everything else
 * @param options.team where it is shown
 */
export function buildHome(home: Home, options: { answer: Message | null; team: Team }): types.HomeView {
  const { answer, team } = options
  const place = { ...team, max: limits.paragraph }
  const blocks: types.KnownBlock[] = [
    ...(answer === null ? [] : toAnswer(answer, place)),
    ...toFooter(home.notice, place),
    ...home.sections.flatMap((section) => toSection(section, place)),
  ]
  return { type: 'home', blocks: blocks.slice(0, limits.viewBlocks) }
}

function toAnswer(answer: Message, place: Options): types.KnownBlock[] {
  const blocks = toBlocks(answer, place)
  const shown =
    blocks.length <= MOST_ANSWER_BLOCKS
      ? blocks
      : [...blocks.slice(0, MOST_ANSWER_BLOCKS - 1), toRichTextBlock(['… (cut)'], place)]
  return [...shown, { type: 'divider' }]
}

function toSection({ title, empty, lines, isCut }: HomeSection, place: Options): types.KnownBlock[] {
  const rest: readonly Text[] = [
    ...(lines.length === 0 ? [empty] : []),
    ...(isCut ? [['There is more than is shown here.']] : []),
  ]
  return [
    toHeader(title),
    ...lines.flatMap(({ text, actions }) => [toRichTextBlock(text, place), ...toButtons(actions)]),
    ...toFooter(rest, place),
  ]
}
