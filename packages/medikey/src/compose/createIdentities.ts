import type { DeclaredAccount, Identity, Platform } from '@medikey/core'
import type { Config } from '@medikey/runtime'
import { createPersonaIdentities } from '../demo/createPersonaIdentities.ts'

/** Who is who: the administrator's declarations and, where the demo is drawn on a terminal, its people. */
export function createIdentities(options: {
  config: Pick<Config, 'identities'>
  platforms: readonly Platform[]
}): Identity[] {
  const declared = options.config.identities.map(({ name, principal, slack, discord }): Identity => {
    const accounts: DeclaredAccount[] = []
    if (slack !== null) accounts.push({ platform: 'slack', ...slack })
    if (discord !== null) accounts.push({ platform: 'discord', workspace: null, ...discord })
    return { name, principal, accounts, source: 'declared' }
  })
  return options.platforms.includes('terminal') ? [...declared, ...createPersonaIdentities()] : declared
}
