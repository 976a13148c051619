import { operatorOf } from './operatorOf.ts'
import type { SourceNode } from './SourceNode.ts'

const CHECKS = ['asserts!', 'try!', 'unwrap!', 'unwrap-err!']

/** Whether a function may end within an expression. */
export function canRefuse(node: SourceNode): boolean {
  return CHECKS.includes(operatorOf(node) ?? '') || node.children.some(canRefuse)
}
