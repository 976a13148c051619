import type { Operator } from '../Operator.ts'
import { operatorOf } from '../source/operatorOf.ts'
import { replaceNode } from '../source/replaceNode.ts'

/** Fails where it should refuse. */
export const panic: Operator = {
  name: 'panic',
  about: 'puts unwrap-panic for unwrap! and try!',
  mutate: (node) => {
    const [, value] = node.children
    return value !== undefined && ['unwrap!', 'try!'].includes(operatorOf(node) ?? '')
      ? [replaceNode(node, `(unwrap-panic ${value.text})`)]
      : []
  },
}
