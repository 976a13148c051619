import type { Operator } from '../Operator.ts'
import { isValue } from '../source/isValue.ts'
import { replaceNode } from '../source/replaceNode.ts'

const OPPOSITE: Readonly<Record<string, string>> = { '+': '-', '-': '+', '*': '/', '/': '*' }

/** Calculates something else. */
export const changeArithmetic: Operator = {
  name: 'change-arithmetic',
  about: 'puts - for + and the reverse, changes their operands round, and leaves one of them out',
  mutate: (node) => {
    const [operator, left, right] = node.children
    const opposite = OPPOSITE[operator?.text ?? '']
    if (!operator || !left || !right || opposite === undefined || !isValue(node)) return []
    const reversed = `(${operator.text} ${right.text} ${left.text})`
    return [
      replaceNode(operator, opposite),
      replaceNode(node, left.text),
      replaceNode(node, right.text),
      // A sum is the same either way.
      ...(['-', '/'].includes(operator.text) ? [replaceNode(node, reversed)] : []),
    ]
  },
}
