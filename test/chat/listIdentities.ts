import type { Identity, Platform } from '@medikey/core'
import { type Handle, people } from '@medikey/core/testing'

/** The people of the clinic with their accounts on a platform, as an administrator declares them. */
export function listIdentities(options: {
  platform: Platform
  userIds: Readonly<Record<Handle, string>>
}): Identity[] {
  const { platform, userIds } = options
  return (Object.keys(people) as Handle[]).map((name) => ({
    name,
    principal: people[name],
    accounts: [{ platform, workspace: null, userId: userIds[name] }],
    source: 'declared',
  }))
}
