import type { Operator } from '../Operator.ts'
import { constantsOf } from '../source/constantsOf.ts'
import { isValue } from '../source/isValue.ts'
import { namesInScope } from '../source/namesInScope.ts'
import { operatorOf } from '../source/operatorOf.ts'
import { replaceNode } from '../source/replaceNode.ts'
import type { SourceNode } from '../source/SourceNode.ts'

/** Says, stores or asks about something else: whatever else has a name there. */
export const changeValue: Operator = {
  name: 'change-value',
  about: 'puts each other name in scope and each constant for a name, and for the value of a field',
  mutate: (node, contract) => {
    const { errors, values } = constantsOf(contract)
    const names = new Set([...namesInScope(node), ...values])
    const isName = names.has(node.text) || KEYWORDS.includes(node.text)
    if (!isValue(node) || !(isName || isField(node)) || errors.includes(node.text)) return []
    names.delete(node.text)
    return [...names].map((name) => replaceNode(node, name))
  },
}

const KEYWORDS = ['contract-caller', 'tx-sender', 'stacks-block-height']

/** Whether a value is the one of a tuple's field. */
function isField({ parent }: SourceNode): boolean {
  return parent?.parent != null && operatorOf(parent.parent) === 'tuple'
}
