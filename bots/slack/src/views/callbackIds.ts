/** Names of the forms, by what they ask for. */
export const callbackIds = {
  grant: 'medikey_grant',
  revoke: 'medikey_revoke',
  deny: 'medikey_deny_form',
} as const
