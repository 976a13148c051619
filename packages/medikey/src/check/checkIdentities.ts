import type { Config } from '@medikey/runtime'
import { describeMissingApprover } from '../compose/describeMissingApprover.ts'
import type { Check } from './Check.ts'

/**
 * Says whether the one person who decides can be reached: without them every request waits until it expires.
 *
 * @param options.chiefMedicalOfficer as the contract names them; null where it could not be asked
 */
export function checkIdentities(
  config: Pick<Config, 'identities' | 'slack' | 'discord' | 'network' | 'demo'>,
  options: { chiefMedicalOfficer: string | null },
): Check {
  const { identities, slack, discord, demo } = config
  const { chiefMedicalOfficer } = options
  const name = 'identities'
  if (slack === null && discord === null) {
    const detail = demo
      ? 'No chat platform is configured: the demo’s people are used.'
      : 'No chat platform is configured, so nobody speaks to MediKey.'
    return { name, ok: true, isNeutral: true, detail }
  }
  const linked = `${identities.length} ${identities.length === 1 ? 'person' : 'people'} in medikey.yaml`
  if (chiefMedicalOfficer === null) {
    const detail = `${linked}. Who the Chief Medical Officer is could not be asked: mend the chain first.`
    return { name, ok: false, detail }
  }
  const missing = describeMissingApprover(config, { chiefMedicalOfficer, proven: [] })
  if (missing !== null) {
    // Who proved to be somebody stands in the store, which belongs to the running MediKey.
    const detail = `${linked}. ${missing} Whether they did cannot be seen from here.`
    return { name, ok: true, isNeutral: true, detail }
  }
  const names = identities
    .filter((identity) => identity.principal === chiefMedicalOfficer)
    .map((identity) => identity.name)
    .join(', ')
  return { name, ok: true, detail: `${linked}; the Chief Medical Officer is ${names}.` }
}
