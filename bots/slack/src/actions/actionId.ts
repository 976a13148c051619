import type { Action } from '@medikey/core'

const PREFIX = 'medikey_'

/** The name of a button in Slack, by what it does. */
export function toActionId(kind: Action['kind']): string {
  return `${PREFIX}${kind}`
}

/** What a button does, as its name says; may be something that only another version knows. */
export function fromActionId(actionId: string): string {
  return actionId.startsWith(PREFIX) ? actionId.slice(PREFIX.length) : ''
}
