import { type Action, type ButtonStyle as ButtonLook, buttons, cutText } from '@medikey/core'
import { type APIActionRowComponent, type APIButtonComponent, ButtonStyle, ComponentType } from 'discord.js'
import { toCustomId } from '../actions/customId.ts'
import { limits } from './limits.ts'

const STYLES: Record<ButtonLook, ButtonStyle.Success | ButtonStyle.Danger | ButtonStyle.Secondary> = {
  primary: ButtonStyle.Success,
  danger: ButtonStyle.Danger,
  plain: ButtonStyle.Secondary,
}

/**
 * The buttons: one row a request. A button carries the request's id; an id too long for one is left out rather than cut
 * to another.
 */
export function toButtons(actions: readonly Action[]): APIActionRowComponent<APIButtonComponent>[] {
  const requests = [...new Set(actions.map((action) => action.requestId))]
  return requests
    .map((requestId) => {
      const kinds = new Set(
        actions.filter((action) => action.requestId === requestId).map((action) => action.kind),
      )
      return [...kinds]
        .slice(0, limits.buttonsInRow)
        .map((kind) => ({ kind, requestId, customId: toCustomId({ kind, requestId }) }))
    })
    .filter((row) => row.every(({ customId }) => customId.length <= limits.customId))
    .slice(0, limits.rows)
    .map((row) => ({
      type: ComponentType.ActionRow,
      components: row.map(({ kind, requestId, customId }) => ({
        type: ComponentType.Button,
        style: STYLES[buttons[kind].style],
        custom_id: customId,
        label: cutText(
          requests.length === 1 ? buttons[kind].label : `${buttons[kind].label} ${requestId}`,
          limits.buttonLabel,
        ),
      })),
    }))
}
