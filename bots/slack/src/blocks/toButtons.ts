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
const MOST_REQUESTS = 5

/**
 * The buttons: one row a request, since Slack wants an action id only once in a row. A button carries the request's
 * id; an id too long to be one is left out rather than cut to another.
 */
export function toButtons(actions: readonly Action[]): types.ActionsBlock[] {
  const requests = [...new Set(actions.map((action) => action.requestId))]
  return requests
    .filter((requestId) => requestId.length > 0 && requestId.length <= limits.buttonValue)
    .slice(0, MOST_REQUESTS)
    .map((requestId) => ({
      type: 'actions',
      elements: [
        ...new Set(actions.filter((action) => action.requestId === requestId).map((action) => action.kind)),
      ].map((kind) => ({
        type: 'button',
        action_id: toActionId(kind),
        ...STYLES[buttons[kind].style],
        text: {
          type: 'plain_text',
          text: cutText(
            requests.length === 1 ? buttons[kind].label : `${buttons[kind].label} ${requestId}`,
            limits.buttonText,
          ),
          emoji: false,
        },
        value: requestId,
      })),
    }))
}
