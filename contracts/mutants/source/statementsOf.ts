import { operatorOf } from './operatorOf.ts'
import type { SourceNode } from './SourceNode.ts'

const BODY_STARTS: Readonly<Record<string, number>> = {
  begin: 1,
  let: 2,
  'define-public': 2,
  'define-private': 2,
  'define-read-only': 2,
}

/** What a body evaluates one after the other; the last is what it answers. Empty for what is no body. */
export function statementsOf(node: SourceNode): readonly SourceNode[] {
  const start = BODY_STARTS[operatorOf(node) ?? '']
  return start === undefined ? [] : node.children.slice(start)
}
