import { type Action, cutText } from '@medikey/core'
import type { types } from '@slack/bolt'
import { toActionId } from '../actions/actionId.ts'
import { limits } from './limits.ts'

const LABELS = { approve: 'Approve', deny: 'Deny' } as const
const STYLES = { approve: 'primary', deny: 'danger' } as const
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
        style: STYLES[kind],
        text: {
          type: 'plain_text',
          text: cutText(
            requests.length === 1 ? LABELS[kind] : `${LABELS[kind]} ${requestId}`,
            limits.buttonText,
          ),
          emoji: false,
        },
        value: requestId,
      })),
    }))
}
