import type { Operator } from '../Operator.ts'
import { replaceNode } from '../source/replaceNode.ts'

const OTHER: Readonly<Record<string, string>> = { 'map-set': 'map-insert', 'map-insert': 'map-set' }

/** Overwrites where it must not, and does not where it must. */
export const exchangeWrite: Operator = {
  name: 'exchange-write',
  about: 'puts map-insert for map-set and the reverse',
  mutate: (node) => {
    const [operator] = node.children
    const other = OTHER[operator?.text ?? '']
    return operator === undefined || other === undefined ? [] : [replaceNode(operator, other)]
  },
}
