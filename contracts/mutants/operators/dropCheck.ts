import type { Operator } from '../Operator.ts'
import { isStatement } from '../source/isStatement.ts'
import { isWrite } from '../source/isWrite.ts'
import { operatorOf } from '../source/operatorOf.ts'
import { replaceNode } from '../source/replaceNode.ts'
import { walk } from '../source/walk.ts'

const CHECKS = ['asserts!', 'try!', 'unwrap!']

/** Leaves a check out; one that also writes is left out as a whole, and once more only its judgement. */
export const dropCheck: Operator = {
  name: 'drop-check',
  about: 'leaves an asserts! (or a try!, unwrap! whose value nobody uses) out',
  mutate: (node) => {
    const [, condition] = node.children
    if (condition === undefined || !CHECKS.includes(operatorOf(node) ?? '') || !isStatement(node)) return []
    return [
      replaceNode(node, ''),
      ...(walk(condition).some(isWrite) ? [replaceNode(node, condition.text)] : []),
    ]
  },
}
