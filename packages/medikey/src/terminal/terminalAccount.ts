import type { Account } from '@medikey/core'

/** The one workspace there is on a terminal. */
const WORKSPACE = 'demo'

/** The account somebody of the demo speaks from on the terminal. */
export function terminalAccount(handle: string): Account {
  return { platform: 'terminal', workspace: WORKSPACE, userId: handle }
}
