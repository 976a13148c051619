import type { Account } from '@medikey/core'
import type { Config } from '@medikey/runtime'

/**
 * Says that nobody could decide a request on the configured platforms, and how to mend it; null where somebody can, and
 * where there is no platform to decide on.
 *
 * @param options.chiefMedicalOfficer the principal that the contract names
 * @param options.proven the accounts that proved to be them
 */
export function describeMissingApprover(
  config: Pick<Config, 'identities' | 'slack' | 'discord' | 'network'>,
  options: { chiefMedicalOfficer: string; proven: readonly Pick<Account, 'platform'>[] },
): string | null {
  const { identities, slack, discord, network } = config
  const { chiefMedicalOfficer, proven } = options
  const served = { slack: slack !== null, discord: discord !== null, terminal: false }
  if (!served.slack && !served.discord) return null
  if (proven.some(({ platform }) => served[platform])) return null
  const isDeclared = identities.some(
    (identity) =>
      identity.principal === chiefMedicalOfficer &&
      ((served.slack && identity.slack !== null) || (served.discord && identity.discord !== null)),
  )
  const prove = '/medikey link, and sign what they are given with their key'
  if (isDeclared && network !== 'mainnet') return null
  if (isDeclared) {
    return `The Chief Medical Officer (${chiefMedicalOfficer}) is only declared in medikey.yaml, which is not enough to decide on mainnet: no request could be decided until they type ${prove}.`
  }
  const platform = served.slack ? 'slack' : 'discord'
  const declare =
    network === 'mainnet'
      ? ''
      : `, or be added to identities in medikey.yaml, with this principal and their ${platform} id`
  return `Nobody is known to be the Chief Medical Officer (${chiefMedicalOfficer}): no request could be decided. They have to type ${prove}${declare}.`
}
