import type { SourceNode } from './SourceNode.ts'

/** What a definition defines, such as `archive-record`. */
export function nameOf({ children: [, signature] }: SourceNode): string {
  return signature?.children[0]?.text ?? signature?.text ?? ''
}
