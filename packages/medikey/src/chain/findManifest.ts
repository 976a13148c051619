import { fileURLToPath } from 'node:url'
import { findManifest as findNearest } from '@medikey/local-chain/cli'

const OWN = fileURLToPath(new URL('../../../../Clarinet.toml', import.meta.url))

/**
 * The Clarinet project that a chain is started for: the nearest `Clarinet.toml` from the working directory upwards, else
 * MediKey's own.
 */
export function findManifest(options: { cwd: string }): string {
  return findNearest(options) ?? OWN
}
