import type { MessageComponent } from './componentSchema.ts'
import { listComponents } from './listComponents.ts'

/** Gives each component that has none a number that the message does not use yet, as Discord does. */
export function numberComponents(components: readonly MessageComponent[]): void {
  const all = listComponents(components)
  const taken = new Set(all.map(({ id }) => id))
  let last = 0
  for (const component of all) {
    if (component.id) continue
    do last += 1
    while (taken.has(last))
    component.id = last
  }
}
