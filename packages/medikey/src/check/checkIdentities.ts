import type { Config } from '@medikey/runtime'
import type { Check } from './Check.ts'

/**
 * Says whether the one person who decides can be reached: without them every request waits until it expires.
 *
 * @param options.chiefMedicalOfficer as the contract names them; null where it could not be asked
 */
export function checkIdentities(
  config: Pick<Config, 'identities' | 'slack' | 'discord'>,
  options: { chiefMedicalOfficer: string | null },
): Check {
  const { identities, slack, discord } = config
  const { chiefMedicalOfficer } = options
  const name = 'identities'
  if (slack === null && discord === null) {
    return { name, ok: true, detail: 'No chat platform is configured: the demo’s people are used.' }
  }
  const linked = `${identities.length} ${identities.length === 1 ? 'person' : 'people'} in medikey.yaml`
  if (chiefMedicalOfficer === null) {
    return { name, ok: true, detail: `${linked}. Who the Chief Medical Officer is could not be asked.` }
  }
  const reachable = identities.filter(
    (identity) =>
      identity.principal === chiefMedicalOfficer &&
      ((slack !== null && identity.slack !== null) || (discord !== null && identity.discord !== null)),
  )
  if (reachable.length > 0) {
    const names = reachable.map((identity) => identity.name).join(', ')
    return { name, ok: true, detail: `${linked}; the Chief Medical Officer is ${names}.` }
  }
  const platform = slack === null ? 'discord' : 'slack'
  return {
    name,
    ok: false,
    detail: `${linked}, but nobody whose principal is the Chief Medical Officer’s, ${chiefMedicalOfficer}: no request could be decided. Add them to identities with their ${platform} id.`,
  }
}
