import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { initSimnet, type Simnet } from '@stacks/clarinet-sdk'

const projectRoot = fileURLToPath(new URL('../../../', import.meta.url))

/**
 * The real VM with the project's contract deployed. It runs on a copy of the Clarinet project, because
 * opening one writes a deployment plan into it, and several of them may be opened at once.
 */
export async function openVm(): Promise<Simnet> {
  const copy = mkdtempSync(join(tmpdir(), 'medvault-'))
  try {
    for (const path of ['Clarinet.toml', 'settings/Devnet.toml', 'contracts/medvault.clar']) {
      cpSync(join(projectRoot, path), join(copy, path))
    }
    return await initSimnet(join(copy, 'Clarinet.toml'))
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}
