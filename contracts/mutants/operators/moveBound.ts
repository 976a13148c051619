import type { Operator } from '../Operator.ts'
import { isValue } from '../source/isValue.ts'
import { operatorOf } from '../source/operatorOf.ts'
import { replaceNode } from '../source/replaceNode.ts'

const COMPARISONS = ['<', '<=', '>', '>=', 'is-eq']
const MAX_UINT = 2n ** 128n - 1n

/** Moves a number by one: every literal, those in types included, and both sides of every comparison. */
export const moveBound: Operator = {
  name: 'move-bound',
  about: 'adds 1 to and takes 1 from every number, and both sides of every comparison',
  mutate: (node) => {
    const number = /^(u?)(\d+)$/.exec(node.text)
    if (number !== null) {
      const [, prefix = '', digits = ''] = number
      return [BigInt(digits) + 1n, BigInt(digits) - 1n]
        .filter((moved) => moved >= 0n && moved <= MAX_UINT)
        .map((moved) => replaceNode(node, `${prefix}${moved}`))
    }
    const isCompared = node.parent !== null && COMPARISONS.includes(operatorOf(node.parent) ?? '')
    return isCompared && isValue(node)
      ? ['+', '-'].map((operator) => replaceNode(node, `(${operator} ${node.text} u1)`))
      : []
  },
}
