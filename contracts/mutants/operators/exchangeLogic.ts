import type { Operator } from '../Operator.ts'
import { isValue } from '../source/isValue.ts'
import { replaceNode } from '../source/replaceNode.ts'

const OTHER: Readonly<Record<string, string>> = { and: 'or', or: 'and' }

/** Asks for one of several where all are needed, or the reverse. */
export const exchangeLogic: Operator = {
  name: 'exchange-logic',
  about: 'puts or for and, and the reverse',
  mutate: (node) => {
    const [operator] = node.children
    const other = OTHER[operator?.text ?? '']
    return operator === undefined || other === undefined || !isValue(node)
      ? []
      : [replaceNode(operator, other)]
  },
}
