import { operatorOf } from './operatorOf.ts'
import type { SourceNode } from './SourceNode.ts'

/** Whether a list is the `((name value) …)` of a `let`. */
export function isBindings(node: SourceNode): boolean {
  return node.parent !== null && operatorOf(node.parent) === 'let' && node.parent.children[1] === node
}
