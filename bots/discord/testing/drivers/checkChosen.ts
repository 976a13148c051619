import type { Select } from '../schemas/componentSchema.ts'
import type { ModalField } from '../schemas/modalSchema.ts'
import type { World } from '../World.ts'
import { getUserOrThrow } from './getUserOrThrow.ts'

/**
 * Makes sure that Discord's client would let a person choose this.
 *
 * @throws Error where it is too little, too much, or not offered
 */
export function checkChosen(
  world: World,
  options: {
    select: Select | Exclude<ModalField['component'], { type: 4 }>
    chosen: readonly string[]
    label: string
    isRequired: boolean
  },
): void {
  const { select, chosen, label, isRequired } = options
  const { min_values = 1, max_values = 1 } = select
  if (isRequired && chosen.length < min_values)
    throw new Error(`Discord asks for at least ${min_values} in “${label}”.`)
  if (chosen.length > max_values) throw new Error(`Discord takes at most ${max_values} in “${label}”.`)
  for (const one of chosen) {
    if (select.type === 5) getUserOrThrow(world, one)
    else if (select.options.every(({ value }) => value !== one))
      throw new Error(`“${label}” does not offer ${one}.`)
  }
}
