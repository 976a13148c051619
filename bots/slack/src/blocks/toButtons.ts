import { type Action, type ButtonStyle, buttons, cutText } from '@medikey/core'
import type { types } from '@slack/bolt'
import { toActionId } from '../actions/actionId.ts'
import { limits } from './limits.ts'

/** Slack shows a button without a style as a plain one. */
const STYLES: Record<ButtonStyle, { style?: 'primary' | 'danger' }> = {
  primary: { style: 'primary' },
  danger: { style: 'danger' },
  plain: {},
}
const MOST_IDS = 5

/**
 * The buttons: one row for each request or alert, since Slack wants an action id only once in a row. A button carries its
 * id; an id too long to be one is left out rather than cut to another.
 */
export function toButtons(actions: readonly Action[]): types.ActionsBlock[] {
  const ids = [...new Set(actions.map((action) => action.id))]
  return ids
    .filter((id) => id.length > 0 && id.length <= limits.buttonValue)
    .slice(0, MOST_IDS)
    .map((id) => ({
      type: 'actions',
      elements: [...new Set(actions.filter((action) => action.id === id).map((action) => action.kind))].map(
        (kind) => ({
          type: 'button',
          action_id: toActionId(kind),
          ...STYLES[buttons[kind].style],
          text: {
            type: 'plain_text',
            text: cutText(
              ids.length === 1 ? buttons[kind].label : `${buttons[kind].label} ${id}`,
              limits.buttonText,
            ),
            emoji: false,
          },
          value: id,
        }),
      ),
    }))
}
