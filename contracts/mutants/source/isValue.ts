import { isBindings } from './isBindings.ts'
import { operatorOf } from './operatorOf.ts'
import type { SourceNode } from './SourceNode.ts'

/** Whether an expression is evaluated: it is no type, no signature, no operator and no name that is being given. */
export function isValue(node: SourceNode): boolean {
  const { parent } = node
  if (parent === null) return true
  if (isBindings(node)) return false
  if (isBindings(parent)) return false
  const place = parent.children.indexOf(node)
  const operator = operatorOf(parent)
  if (parent.parent === null) {
    if (operator === 'define-map') return false
    return place > (operator === 'define-data-var' ? 2 : 1)
  }
  if (isBindings(parent.parent)) return place === 1 && isValue(parent.parent.parent as SourceNode)
  if (place === 0) return false
  // A pair of a tuple is not evaluated, its value is.
  if (operator === 'tuple') return false
  if (parent.parent !== null && operatorOf(parent.parent) === 'tuple') return isValue(parent.parent)
  // (get field tuple)
  if (operator === 'get' && place === 1) return false
  return isValue(parent)
}
