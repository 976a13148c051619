import type { ModalField } from '../schemas/modalSchema.ts'
import type { FakeModal, World } from '../World.ts'
import { checkChosen } from './checkChosen.ts'
import type { Parcel } from './createCourier.ts'
import { resolvePeople } from './resolvePeople.ts'

export type SubmitOptions = {
  readonly modal: FakeModal
  /** By custom id; what is not named stays as it was prefilled. A person is named by user id. */
  readonly values?: Readonly<Record<string, string | readonly string[]>>
  /** What a hostile client would send instead. */
  readonly forge?: { readonly customId?: string; readonly components?: readonly unknown[] }
}

/**
 * A filled form, as Discord sends it.
 *
 * @throws Error where Discord's own client would not let the person submit
 */
export function toSubmission(world: World, options: SubmitOptions): Parcel {
  const { modal, values = {}, forge } = options
  if (!modal.isOpen) throw new Error(`The form ${modal.id} is closed.`)
  const parts = modal.modal.components
  const fields = parts.flatMap((part) => (part.type === 18 ? [part] : []))
  const unknown = Object.keys(values).find((id) =>
    fields.every(({ component }) => component.custom_id !== id),
  )
  if (unknown !== undefined) throw new Error(`The form has no field ${unknown}.`)
  const components =
    forge?.components ??
    parts.map((part, index) =>
      part.type === 18
        ? { type: 18, id: index + 1, component: toComponent(world, part, values[part.component.custom_id]) }
        : { type: 10, id: index + 1 },
    )
  const people = fields.flatMap(({ component }) =>
    component.type === 5 ? toList(values[component.custom_id] ?? defaultPeople(component)) : [],
  )
  return {
    kind: 'modal',
    user: modal.user,
    channel: modal.channel,
    message: modal.message,
    data: {
      custom_id: forge?.customId ?? modal.modal.custom_id,
      components,
      ...resolvePeople(world, people),
    },
  }
}

function toComponent(
  world: World,
  field: ModalField,
  given: string | readonly string[] | undefined,
): Record<string, unknown> {
  const { component, label } = field
  const { type, custom_id, required = true } = component
  if (component.type === 4) {
    const value = String(given ?? component.value ?? '')
    const { min_length = 0, max_length = 4000 } = component
    if (required && value === '') throw new Error(`Discord asks for the field “${label}” before it submits.`)
    if (value.length > max_length || (value !== '' && value.length < min_length))
      throw new Error(`Discord takes ${min_length} to ${max_length} characters in “${label}”.`)
    if (component.style === 1 && /[\r\n]/.test(value)) throw new Error(`The field “${label}” is one line.`)
    return { type, id: component.id ?? 0, custom_id, value }
  }
  const chosen = toList(
    given ?? (component.type === 5 ? defaultPeople(component) : defaultOptions(component)),
  )
  checkChosen(world, { select: component, chosen, label, isRequired: required })
  return { type, id: component.id ?? 0, custom_id, values: chosen }
}

type Component<Type extends number> = Extract<ModalField['component'], { type: Type }>

const defaultPeople = (select: Component<5>) => select.default_values?.map(({ id }) => id) ?? []

const defaultOptions = (select: Component<3>) =>
  select.options.filter((option) => option.default).map(({ value }) => value)

function toList(given: string | readonly string[]): readonly string[] {
  if (typeof given !== 'string') return given
  return given === '' ? [] : [given]
}
