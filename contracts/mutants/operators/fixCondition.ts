import type { Operator } from '../Operator.ts'
import { isCondition } from '../source/isCondition.ts'
import { operatorOf } from '../source/operatorOf.ts'
import { replaceNode } from '../source/replaceNode.ts'

/** Decides a condition once and for all. */
export const fixCondition: Operator = {
  name: 'fix-condition',
  about: 'puts true and false in the place of a condition',
  mutate: (node) => {
    if (!isCondition(node) || node.parent === null) return []
    // An asserts! that always holds is one that is left out: drop-check has it, and forget-write what it writes.
    const answers = operatorOf(node.parent) === 'asserts!' ? ['false'] : ['true', 'false']
    return answers.map((answer) => replaceNode(node, answer))
  },
}
