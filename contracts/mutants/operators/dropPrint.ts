import type { Operator } from '../Operator.ts'
import { isStatement } from '../source/isStatement.ts'
import { operatorOf } from '../source/operatorOf.ts'
import { replaceNode } from '../source/replaceNode.ts'

/** Does something without telling. */
export const dropPrint: Operator = {
  name: 'drop-print',
  about: 'leaves a print out',
  mutate: (node) => (operatorOf(node) === 'print' && isStatement(node) ? [replaceNode(node, '')] : []),
}
