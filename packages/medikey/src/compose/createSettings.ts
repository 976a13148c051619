import { explorerUrl } from '@medikey/contract-client'
import type { Platform, Settings } from '@medikey/core'
import type { Config } from '@medikey/runtime'
import type { FullConfig } from '../config/readConfig.ts'
import { getPersona } from '../demo/getPersona.ts'

/** A local chain makes a block a second and costs nothing to ask. */
const LOCAL_POLL_MS = 500
const REMOTE_POLL_MS = 5_000

/** What of the configuration core's decisions depend on. */
export function createSettings(options: {
  config: Pick<
    FullConfig,
    'network' | 'contract' | 'approvals' | 'auditors' | 'monitors' | 'alerts' | 'digest'
  >
  platforms: readonly Platform[]
  apiUrl: string
  isLocal: boolean
}): Settings {
  const { config, platforms, apiUrl, isLocal } = options
  const { network, contract, approvals, auditors, monitors, alerts, digest } = config
  const toSettings = (policy: Config['approvals']['grant']) => ({
    approvalExpiresInMs: policy.approvalExpiresIn,
    executionExpiresInMs: policy.executionExpiresIn,
  })
  return {
    network,
    contract,
    approvals: { grant: toSettings(approvals.grant), revoke: toSettings(approvals.revoke) },
    // As with the identities: the demo's people are there where it is drawn on a terminal.
    auditors: platforms.includes('terminal') ? [...auditors, getPersona('ines').principal] : auditors,
    platforms,
    alerts,
    monitors,
    digest,
    pollIntervalMs: isLocal ? LOCAL_POLL_MS : REMOTE_POLL_MS,
    demo: isLocal,
    explorerUrl: (txid) => explorerUrl({ network, txid, apiUrl }),
  }
}
