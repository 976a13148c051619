import type { Operator } from '../Operator.ts'
import { constantsOf } from '../source/constantsOf.ts'
import { isValue } from '../source/isValue.ts'
import { operatorOf } from '../source/operatorOf.ts'
import { replaceNode } from '../source/replaceNode.ts'

/** Refuses what it should allow. */
export const changeAnswer: Operator = {
  name: 'change-answer',
  about: 'puts the first error constant in the place of an (ok …)',
  mutate: (node, contract) => {
    const [error] = constantsOf(contract).errors
    return operatorOf(node) === 'ok' && isValue(node) && error !== undefined ? [replaceNode(node, error)] : []
  },
}
