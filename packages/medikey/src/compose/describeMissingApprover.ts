import type { Config } from '@medikey/runtime'

/**
 * Says that nobody of medikey.yaml could decide a request on the configured platforms; null where somebody can, and
 * where there is no platform to decide on.
 *
 * @param options.chiefMedicalOfficer the principal that the contract names
 */
export function describeMissingApprover(
  config: Pick<Config, 'identities' | 'slack' | 'discord'>,
  options: { chiefMedicalOfficer: string },
): string | null {
  const { identities, slack, discord } = config
  const { chiefMedicalOfficer } = options
  if (slack === null && discord === null) return null
  const isReachable = identities.some(
    (identity) =>
      identity.principal === chiefMedicalOfficer &&
      ((slack !== null && identity.slack !== null) || (discord !== null && identity.discord !== null)),
  )
  if (isReachable) return null
  const platform = slack === null ? 'discord' : 'slack'
  return `No identity in medikey.yaml is the Chief Medical Officer (${chiefMedicalOfficer}): no request could be decided. Add them to identities, with this principal and their ${platform} id.`
}
