import type { Deps } from '@medikey/core'
import { getPersona } from '../demo/getPersona.ts'
import type { Shown } from '../terminal/Shown.ts'

/** Whose click the buttons of a message wait for: whom it is for, the record's physician, or who decides. */
export async function findAsked(
  deps: Pick<Deps, 'store' | 'directory'>,
  { userId, message }: Pick<Shown, 'userId' | 'message'>,
): Promise<string> {
  if (userId !== null) return userId
  const wanted = message.actions.find(({ kind }) => kind === 'consent')
  const request = wanted === undefined ? null : await deps.store.getRequest(wanted.requestId)
  const physician =
    request !== null && 'physician' in request
      ? deps.directory.findAccount({ principal: request.physician, platform: 'terminal' })?.userId
      : undefined
  return physician ?? getPersona('cmo').handle
}
