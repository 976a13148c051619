import type { Operator } from '../Operator.ts'
import { operatorOf } from '../source/operatorOf.ts'
import { replaceNode } from '../source/replaceNode.ts'
import { walk } from '../source/walk.ts'

const MAX_UINT = `u${2n ** 128n - 1n}`

/** Believes something else of what is unknown. */
export const changeDefault: Operator = {
  name: 'change-default',
  about: 'puts the largest number for each number of a default',
  mutate: (node) => {
    const [, value] = node.children
    if (operatorOf(node) !== 'default-to' || value === undefined) return []
    return walk(value)
      .filter(({ text }) => /^u\d+$/.test(text))
      .map((number) => replaceNode(number, MAX_UINT))
  },
}
