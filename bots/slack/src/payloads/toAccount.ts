import type { Account } from '@medikey/core'

/** The account of who interacts, in their own workspace. */
export function toAccount(payload: {
  user: { id: string; team_id?: string | undefined }
  team?: { id: string } | null | undefined
}): Account {
  return {
    platform: 'slack',
    workspace: payload.user.team_id ?? payload.team?.id ?? '',
    userId: payload.user.id,
  }
}
