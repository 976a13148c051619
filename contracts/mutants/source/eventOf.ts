import { operatorOf } from './operatorOf.ts'
import type { SourceNode } from './SourceNode.ts'

/** The fields of the tuple that a `print` prints; none where it prints something else. */
export function eventOf(print: SourceNode): readonly SourceNode[] {
  const [, tuple] = print.children
  return operatorOf(print) === 'print' && tuple !== undefined && operatorOf(tuple) === 'tuple'
    ? tuple.children.slice(1)
    : []
}
