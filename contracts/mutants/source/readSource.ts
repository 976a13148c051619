import type { Simnet } from '@stacks/clarinet-sdk'
import type { SourceNode } from './SourceNode.ts'

type Expression = ReturnType<Simnet['getContractAST']>['expressions'][number]

/**
 * The definitions of a deployed contract as Clarinet's own parser reads them, with their places in the source.
 *
 * @example
 * readSource(simnet, 'medvault')[0]?.text // '(define-constant ERR_CMO_ONLY (err u100))'
 */
export function readSource(simnet: Simnet, contract: string): SourceNode[] {
  const source = simnet.getContractSource(contract) ?? ''
  const lineStarts = [0, ...[...source.matchAll(/\n/g)].map(({ index }) => index + 1)]
  const toOffset = (line: number, column: number) => (lineStarts[line - 1] ?? Number.NaN) + column - 1

  function toNode({ expr, span }: Expression, parent: SourceNode | null): SourceNode {
    const node = {
      start: toOffset(span.start_line, span.start_column),
      // Clarinet's columns count from 1, and the last one still belongs to the expression.
      end: toOffset(span.end_line, span.end_column) + 1,
      text: '',
      children: [] as readonly SourceNode[],
      parent,
    }
    if ('List' in expr) node.children = expr.List.map((part) => toNode(part, node))
    const [first, last] = [node.children[0], node.children.at(-1)]
    // What `{ key: value }` leaves unwritten has no place: its pairs reach as far as their parts.
    if (span.start_line === 0 && first !== undefined && last !== undefined) {
      node.start = first.start
      node.end = last.end
    }
    node.text = span.start_line === 0 && first === undefined ? 'tuple' : source.slice(node.start, node.end)
    return node
  }
  return simnet.getContractAST(contract).expressions.map((expression) => toNode(expression, null))
}
