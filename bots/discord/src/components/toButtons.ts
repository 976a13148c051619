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
 * The buttons: one row for each request or alert. A button carries its id; an id too long for one is left out rather than cut
 * to another.
 */
export function toButtons(actions: readonly Action[]): APIActionRowComponent<APIButtonComponent>[] {
  const ids = [...new Set(actions.map((action) => action.id))]
  return ids
    .map((id) => {
      const kinds = new Set(actions.filter((action) => action.id === id).map((action) => action.kind))
      return [...kinds]
        .slice(0, limits.buttonsInRow)
        .map((kind) => ({ kind, id, customId: toCustomId({ kind, id }) }))
    })
    .filter((row) => row.every(({ customId }) => customId.length <= limits.customId))
    .slice(0, limits.rows)
    .map((row) => ({
      type: ComponentType.ActionRow,
      components: row.map(({ kind, id, customId }) => ({
        type: ComponentType.Button,
        style: STYLES[buttons[kind].style],
        custom_id: customId,
        label: cutText(
          ids.length === 1 ? buttons[kind].label : `${buttons[kind].label} ${id}`,
          limits.buttonLabel,
        ),
      })),
    }))
}
