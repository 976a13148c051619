import { isBindings } from './isBindings.ts'
import { operatorOf } from './operatorOf.ts'
import type { SourceNode } from './SourceNode.ts'

/** The arguments and bindings that an expression may name, whatever their type. */
export function namesInScope(node: SourceNode): string[] {
  const { parent } = node
  if (parent === null) return []
  if (parent.parent === null) return givenNames(parent.children[1]?.children.slice(1))
  const outer = namesInScope(parent)
  // Of its own let, a binding knows those that stand before it.
  if (isBindings(parent))
    return [...outer, ...givenNames(parent.children.slice(0, parent.children.indexOf(node)))]
  if (operatorOf(parent) !== 'let' || isBindings(node)) return outer
  return [...outer, ...givenNames(parent.children[1]?.children)]
}

function givenNames(pairs: readonly SourceNode[] = []): string[] {
  return pairs.flatMap(({ children }) => children[0]?.text ?? [])
}
