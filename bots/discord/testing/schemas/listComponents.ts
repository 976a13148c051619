import type { Button, MessageComponent, Select } from './componentSchema.ts'

export type AnyComponent = MessageComponent | Button | Select | Thumbnail
type Thumbnail = Extract<Extract<MessageComponent, { type: 9 }>['accessory'], { type: 11 }>

/** A message's components and those inside them, in the order of reading. */
export function listComponents(components: readonly AnyComponent[]): AnyComponent[] {
  return components.flatMap((component) => [
    component,
    ...('components' in component ? listComponents(component.components) : []),
    ...('accessory' in component ? [component.accessory] : []),
  ])
}
