import type { Deps } from '@medikey/core'
import { getPersona } from '../demo/getPersona.ts'
import { personas } from '../demo/personas.ts'
import type { Shown } from '../terminal/Shown.ts'

/** Whose click the buttons of a message wait for: whom it is for, the record's physician, or who decides. */
export async function findAsked(
  deps: Pick<Deps, 'store'>,
  { userId, message }: Pick<Shown, 'userId' | 'message'>,
): Promise<string> {
  if (userId !== null) return userId
  const wanted = message.actions.find(({ kind }) => kind === 'consent')
  const request = wanted === undefined ? null : await deps.store.getRequest(wanted.id)
  const asked =
    request !== null && 'physician' in request
      ? personas.find(({ principal }) => principal === request.physician)
      : undefined
  return (asked ?? getPersona('cmo')).handle
}
