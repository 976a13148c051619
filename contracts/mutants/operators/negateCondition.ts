import type { Operator } from '../Operator.ts'
import { isCondition } from '../source/isCondition.ts'
import { operatorOf } from '../source/operatorOf.ts'
import { replaceNode } from '../source/replaceNode.ts'

/** Turns a condition round. */
export const negateCondition: Operator = {
  name: 'negate-condition',
  about: 'turns the condition of an asserts!, if, and, or round',
  mutate: (node) => {
    if (!isCondition(node)) return []
    const [, negated] = node.children
    return [
      operatorOf(node) === 'not' && negated !== undefined
        ? replaceNode(node, negated.text)
        : replaceNode(node, `(not ${node.text})`),
    ]
  },
}
