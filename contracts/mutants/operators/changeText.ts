import type { Operator } from '../Operator.ts'
import { replaceNode } from '../source/replaceNode.ts'

/** Calls an event by no name, or by another than the one it has. */
export const changeText: Operator = {
  name: 'change-text',
  about: 'empties a string, and adds a letter to it',
  mutate: (node) =>
    /^"(?:[^"\\]|\\.)+"$/.test(node.text)
      ? [replaceNode(node, '""'), replaceNode(node, `${node.text.slice(0, -1)}x"`)]
      : [],
}
