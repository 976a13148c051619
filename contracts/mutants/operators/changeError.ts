import type { Operator } from '../Operator.ts'
import { constantsOf } from '../source/constantsOf.ts'
import { isValue } from '../source/isValue.ts'
import { replaceNode } from '../source/replaceNode.ts'

/** Refuses for another reason. */
export const changeError: Operator = {
  name: 'change-error',
  about: 'puts each other error constant in the place of one',
  mutate: (node, contract) => {
    const { errors } = constantsOf(contract)
    if (!errors.includes(node.text) || !isValue(node)) return []
    return errors.filter((error) => error !== node.text).map((error) => replaceNode(node, error))
  },
}
