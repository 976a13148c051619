import type { Operator } from '../Operator.ts'
import { replaceNode } from '../source/replaceNode.ts'

const ACCESS = ['define-public', 'define-read-only', 'define-private']

/** Opens a function to others, or closes it. */
export const changeAccess: Operator = {
  name: 'change-access',
  about: 'makes a public, read-only or private function one of the others',
  mutate: (node) =>
    ACCESS.includes(node.text)
      ? ACCESS.filter((other) => other !== node.text).map((other) => replaceNode(node, other))
      : [],
}
