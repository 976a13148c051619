import type { Action } from '@medikey/core'

const SHAPE = /^medikey:([^:]*):(.*)$/s

/** How Discord names a button: what it does, and the request's id. */
export function toCustomId({ kind, requestId }: Action): string {
  return `medikey:${kind}:${requestId}`
}

/** What a button does and for which request, as its name says; may be something that only another version knows. */
export function fromCustomId(customId: string): { kind: string; requestId: string } {
  const [, kind = '', requestId = ''] = SHAPE.exec(customId) ?? []
  return { kind, requestId }
}
