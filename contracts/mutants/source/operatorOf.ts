import type { SourceNode } from './SourceNode.ts'

/** The name that a list begins with, such as `asserts!`; none for a name or a literal. */
export const operatorOf = (node: SourceNode): string | undefined => node.children[0]?.text
