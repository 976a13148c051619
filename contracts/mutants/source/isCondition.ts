import { isStatement } from './isStatement.ts'
import { isValue } from './isValue.ts'
import { operatorOf } from './operatorOf.ts'
import type { SourceNode } from './SourceNode.ts'

/** Whether a truth value is wanted where an expression stands, and something hangs on it. */
export function isCondition(node: SourceNode): boolean {
  const { parent } = node
  if (parent === null || !isValue(node)) return false
  const operator = operatorOf(parent) ?? ''
  if (['asserts!', 'if'].includes(operator)) return parent.children[1] === node
  // In (and condition effect), where nobody asks for the answer, nothing hangs on the last.
  const isEffect = isStatement(parent) && parent.children.at(-1) === node
  return ['and', 'or'].includes(operator) && !isEffect
}
