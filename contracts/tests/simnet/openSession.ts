/* biome-ignore-all lint/suspicious/noConsole: it is muted here, not used */
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Simnet } from '@stacks/clarinet-sdk'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const sources = ['Clarinet.toml', 'settings/Devnet.toml', 'contracts/medvault.clar']

/**
 * Begins a chain with the project's contract on it and nothing else, in a simnet that may have had another.
 * It reads a copy of what Clarinet reads: Clarinet writes its deployment plan beside the manifest, and two
 * processes that start at once read each other's unfinished one. It also says so on stdout, which is ours.
 */
export async function openSession(simnet: Simnet): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'medvault-'))
  const { log } = console
  console.log = () => {}
  try {
    await Promise.all(sources.map((path) => cp(join(root, path), join(directory, path))))
    await simnet.initSession(directory, 'Clarinet.toml', null)
  } finally {
    console.log = log
    await rm(directory, { recursive: true, force: true })
  }
}
