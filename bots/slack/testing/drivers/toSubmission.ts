import type { InputBlock } from '../schemas/blockSchema.ts'
import type { FakeView, World } from '../World.ts'
import type { Parcel } from './createCourier.ts'
import { issueTrigger } from './issueTrigger.ts'

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
  if (!view.isOpen) throw new Error(`The form ${view.id} is closed.`)
  const inputs = view.view.blocks.filter((block): block is InputBlock => block.type === 'input')
  const unknown = Object.keys(options.values ?? {}).find((id) =>
    inputs.every((block) => block.block_id !== id),
  )
  if (unknown !== undefined) throw new Error(`The form has no field ${unknown}.`)
  const state = Object.fromEntries(
    inputs.map((block) => [block.block_id, toState(block, options.values ?? {})]),
  )
  const { triggerId } = issueTrigger(world, { user: view.user, channel: '' })
  const user = world.users.get(view.user)
  return {
    type: 'interactive',
    payload: {
      type: 'view_submission',
      token: 'verification',
      api_app_id: world.appId,
      team: world.team,
      enterprise: null,
      is_enterprise_install: false,
      user: { id: view.user, username: user?.name, name: user?.name, team_id: user?.team },
      trigger_id: triggerId,
      response_urls: [],
      view: {
        ...view.view,
        id: view.id,
        hash: view.hash,
        team_id: world.team.id,
        app_id: world.appId,
        bot_id: world.bot.botId,
        root_view_id: view.id,
        previous_view_id: null,
        state: { values: state },
      },
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
