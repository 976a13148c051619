import { operatorOf } from './operatorOf.ts'
import type { SourceNode } from './SourceNode.ts'

const WRITES = ['map-set', 'map-insert', 'map-delete', 'var-set']

/** Whether an expression itself changes what the contract stores. */
export const isWrite = (node: SourceNode): boolean => WRITES.includes(operatorOf(node) ?? '')
