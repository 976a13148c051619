import type { Operator } from '../Operator.ts'
import { replaceNode } from '../source/replaceNode.ts'

const OTHER: Readonly<Record<string, string>> = {
  'contract-caller': 'tx-sender',
  'tx-sender': 'contract-caller',
}

/** Takes who signed for who calls, or the reverse. */
export const exchangeSender: Operator = {
  name: 'exchange-sender',
  about: 'puts tx-sender for contract-caller and the reverse',
  mutate: (node) => {
    const other = OTHER[node.text]
    return other === undefined ? [] : [replaceNode(node, other)]
  },
}
