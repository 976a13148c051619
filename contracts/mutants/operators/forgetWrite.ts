import type { Operator } from '../Operator.ts'
import { isStatement } from '../source/isStatement.ts'
import { isWrite } from '../source/isWrite.ts'
import { replaceNode } from '../source/replaceNode.ts'

/** Does not store or delete what it should; where the answer of a write is used, it is `true`. */
export const forgetWrite: Operator = {
  name: 'forget-write',
  about: 'leaves a map-set, map-insert, map-delete, var-set out',
  mutate: (node) => (isWrite(node) ? [replaceNode(node, isStatement(node) ? '' : 'true')] : []),
}
