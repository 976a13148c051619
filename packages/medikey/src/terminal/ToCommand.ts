import type { Action } from '@medikey/core'

/** What to type instead of clicking a button. */
export type ToCommand = (action: Action) => string
