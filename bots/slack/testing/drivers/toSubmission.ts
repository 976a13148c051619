import { toWireView } from '../methods/toWireView.ts'
import type { InputBlock } from '../schemas/blockSchema.ts'
import type { FakeView, World } from '../World.ts'
import type { Parcel } from './createCourier.ts'
import { getUserOrThrow } from './getUserOrThrow.ts'
import { toInteraction } from './toInteraction.ts'

export type SubmitOptions = {
  readonly view: FakeView
  /** By block id; what is not named stays as it was prefilled. A person is named by user id. */
  readonly values?: Readonly<Record<string, string>>
}

/**
 * A filled form, as Slack sends it.
 *
 * @throws Error where Slack's own client would not let the person submit
 */
export function toSubmission(world: World, options: SubmitOptions): Parcel {
  const { view } = options
  if (view.view.type !== 'modal') throw new Error('A Home tab cannot be submitted.')
  if (!view.isOpen) throw new Error(`The form ${view.id} is closed.`)
  const inputs = view.view.blocks.filter((block): block is InputBlock => block.type === 'input')
  const unknown = Object.keys(options.values ?? {}).find((id) =>
    inputs.every((block) => block.block_id !== id),
  )
  if (unknown !== undefined) throw new Error(`The form has no field ${unknown}.`)
  const state = Object.fromEntries(
    inputs.map((block) => [block.block_id, toState(block, options.values ?? {})]),
  )
  const user = getUserOrThrow(world, { id: view.user, team: view.team })
  return {
    type: 'interactive',
    user: user.id,
    what: 'view_submission',
    payload: {
      ...toInteraction(world, { type: 'view_submission', team: view.team, user }),
      response_urls: [],
      view: { ...toWireView(world, view), state: { values: state } },
    },
  }
}

function toState(block: InputBlock, values: Readonly<Record<string, string>>): Record<string, unknown> {
  const { element } = block
  const initial = element.type === 'users_select' ? element.initial_user : element.initial_value
  const value = values[block.block_id ?? ''] ?? initial ?? null
  if (!block.optional && (value === null || value === '')) {
    throw new Error(`Slack asks for the field ${block.block_id} before it submits.`)
  }
  if (element.type === 'plain_text_input' && (value ?? '').length > (element.max_length ?? 3000)) {
    throw new Error(`Slack takes no more than ${element.max_length ?? 3000} characters in ${block.block_id}.`)
  }
  return {
    [element.action_id]:
      element.type === 'users_select'
        ? { type: 'users_select', selected_user: value === '' ? null : value }
        : { type: 'plain_text_input', value: value === '' ? null : value },
  }
}
