import type { SourceNode } from './SourceNode.ts'
import { statementsOf } from './statementsOf.ts'

/** Whether an expression's value is thrown away, so that the body goes on without it. */
export function isStatement(node: SourceNode): boolean {
  return node.parent !== null && statementsOf(node.parent).slice(0, -1).includes(node)
}
