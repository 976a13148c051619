import type { Edit, Operator } from '../Operator.ts'
import { eventOf } from '../source/eventOf.ts'
import { operatorOf } from '../source/operatorOf.ts'
import { replaceNode } from '../source/replaceNode.ts'
import type { SourceNode } from '../source/SourceNode.ts'

/** Leaves a field of an event out, or one that a merge is to change. */
export const dropField: Operator = {
  name: 'drop-field',
  about: 'leaves a field of an event or of a merge out',
  mutate: (node) => {
    const event = eventOf(node)
    if (event.length > 0) return event.map((field) => replaceNode(node, without(node, field)))
    const [, base, changes] = node.children
    if (operatorOf(node) !== 'merge' || base === undefined || changes === undefined) return []
    const fields = changes.children.slice(1)
    return fields.map(
      (field): Edit => replaceNode(node, fields.length === 1 ? base.text : without(node, field)),
    )
  },
}

/** Everything of an expression but one field, with the comma that follows the field. */
function without(node: SourceNode, field: SourceNode): string {
  const rest = node.text.slice(field.end - node.start).replace(/^\s*,/, '')
  return `${node.text.slice(0, field.start - node.start)}${rest}`
}
