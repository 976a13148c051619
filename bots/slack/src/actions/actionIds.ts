import type { Action } from '@medikey/core'

/** Names of the buttons, by what they do. */
export const actionIds = { approve: 'medikey_approve', deny: 'medikey_deny' } as const satisfies Record<
  Action['kind'],
  string
>
