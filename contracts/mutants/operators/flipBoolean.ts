import type { Operator } from '../Operator.ts'
import { replaceNode } from '../source/replaceNode.ts'

/** Says yes for no. */
export const flipBoolean: Operator = {
  name: 'flip-boolean',
  about: 'puts false for true and the reverse',
  mutate: (node) =>
    node.text === 'true' || node.text === 'false'
      ? [replaceNode(node, node.text === 'true' ? 'false' : 'true')]
      : [],
}
