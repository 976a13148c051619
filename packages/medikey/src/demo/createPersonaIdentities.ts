import type { Identity } from '@medikey/core'
import { terminalAccount } from '../terminal/terminalAccount.ts'
import { personas } from './personas.ts'

/**
 * Who is who where the demo is drawn on the terminal.
 *
 * @example
 * const directory = createDirectory({ identities: createPersonaIdentities(), workspaces: { terminal: 'demo' } })
 */
export function createPersonaIdentities(): Identity[] {
  return personas.map(({ handle, name, principal }) => ({
    name,
    principal,
    accounts: [terminalAccount(handle)],
    source: 'declared',
  }))
}
