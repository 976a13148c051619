import type { Operator } from '../Operator.ts'
import { operatorOf } from '../source/operatorOf.ts'
import { replaceNode } from '../source/replaceNode.ts'
import { walk } from '../source/walk.ts'

/** Reads another field. */
export const changeGet: Operator = {
  name: 'change-get',
  about: 'reads each other field that the contract ever reads in the place of a (get field …)',
  mutate: (node, contract) => {
    const [, field] = node.children
    if (operatorOf(node) !== 'get' || field === undefined) return []
    const fields = new Set(
      contract
        .flatMap(walk)
        .filter((other) => operatorOf(other) === 'get')
        .flatMap(({ children }) => children[1]?.text ?? []),
    )
    fields.delete(field.text)
    return [...fields].map((other) => replaceNode(field, other))
  },
}
