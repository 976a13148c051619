import type { Action } from '@medikey/core'

const SHAPE = /^medikey:([^:]*):(.*)$/s

/** How Discord names a button: what it does, and the request's id. */
export function toCustomId({ kind, id }: Action): string {
  return `medikey:${kind}:${id}`
}

/** What a button does and for which request, as its name says; may be something that only another version knows. */
export function fromCustomId(customId: string): { kind: string; id: string } {
  const [, kind = '', id = ''] = SHAPE.exec(customId) ?? []
  return { kind, id }
}
