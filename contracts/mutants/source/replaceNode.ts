import type { Edit } from '../Operator.ts'
import type { SourceNode } from './SourceNode.ts'

/** Puts another text in the place of an expression. */
export const replaceNode = ({ start, end }: SourceNode, text: string): Edit => ({ start, end, text })
