import type { Operator } from '../Operator.ts'
import { isValue } from '../source/isValue.ts'
import { replaceNode } from '../source/replaceNode.ts'

const COMPARISONS = ['<', '<=', '>', '>=', 'is-eq']

/** Compares in another way. */
export const flipComparison: Operator = {
  name: 'flip-comparison',
  about: 'puts each other comparison in the place of <, <=, >, >=, is-eq, and turns it round',
  mutate: (node) => {
    const [operator] = node.children
    if (operator === undefined || !COMPARISONS.includes(operator.text) || !isValue(node)) return []
    return [
      ...COMPARISONS.filter((other) => other !== operator.text).map((other) => replaceNode(operator, other)),
      replaceNode(node, `(not ${node.text})`),
    ]
  },
}
