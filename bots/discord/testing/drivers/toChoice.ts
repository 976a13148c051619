import type { Select } from '../schemas/componentSchema.ts'
import { listComponents } from '../schemas/listComponents.ts'
import type { FakeMessage, World } from '../World.ts'
import { checkChosen } from './checkChosen.ts'
import { checkSees } from './checkSees.ts'
import type { Parcel } from './createCourier.ts'
import { getUserOrThrow } from './getUserOrThrow.ts'
import { resolvePeople } from './resolvePeople.ts'

export type ChoiceOptions = {
  readonly user: string
  readonly message: FakeMessage
  /** Custom id of a select that stands in the message now. */
  readonly select: string
  /** Values of its options, or user ids. */
  readonly values: readonly string[]
}

/**
 * A choice in a select that stands in a message now.
 *
 * @throws Error where the person cannot see it or choose this
 */
export function toChoice(world: World, options: ChoiceOptions): Parcel {
  const { message, values } = options
  const user = getUserOrThrow(world, options.user)
  checkSees(world, { user, message })
  const select = listComponents(message.components).find(
    (one): one is Select => (one.type === 3 || one.type === 5) && one.custom_id === options.select,
  )
  if (select === undefined) throw new Error(`The message ${message.id} has no select ${options.select}.`)
  if (select.disabled) throw new Error(`The select ${options.select} is disabled.`)
  checkChosen(world, { select, chosen: values, label: options.select, isRequired: true })
  return {
    kind: 'component',
    user: user.id,
    channel: message.channel,
    message,
    data: {
      component_type: select.type,
      id: select.id ?? 0,
      custom_id: select.custom_id,
      values,
      ...(select.type === 5 ? resolvePeople(world, values) : {}),
    },
  }
}
