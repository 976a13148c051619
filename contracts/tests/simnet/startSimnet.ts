import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getSDK, type Simnet } from '@stacks/clarinet-sdk'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const sources = ['Clarinet.toml', 'settings/Devnet.toml', 'contracts/medvault.clar']

/**
 * Starts a simnet from the project's manifest, in a copy of what Clarinet reads: Clarinet writes its
 * deployment plan beside the manifest, and two processes that start at once read each other's unfinished one.
 *
 * @example
 * const simnet = await startSimnet()
 */
export async function startSimnet(): Promise<Simnet> {
  const directory = await mkdtemp(join(tmpdir(), 'medvault-'))
  try {
    await Promise.all(sources.map((path) => cp(join(root, path), join(directory, path))))
    const simnet = await getSDK()
    await simnet.initSession(directory, 'Clarinet.toml', null)
    return simnet
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}
