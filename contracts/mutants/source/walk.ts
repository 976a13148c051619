import type { SourceNode } from './SourceNode.ts'

/** An expression and all its parts, each before its own parts. */
export function walk(node: SourceNode): SourceNode[] {
  return [node, ...node.children.flatMap(walk)]
}
