import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** Clarinet's public accounts, as `clarinet new` writes them. */
const settings = `
[network]
name = "devnet"

[accounts.deployer]
mnemonic = "twice kind fence tip hidden tilt action fragile skin nothing glory cousin green tomorrow spring wrist shed math olympic multiply hip blue scout claw"
balance = 100_000_000_000_000

[accounts.wallet_1]
mnemonic = "sell invite acquire kitten bamboo drastic jelly vivid peace spawn twice guilt pave pen trash pretty park cube fragile unaware remain midnight betray rebuild"
balance = 100_000_000_000_000
`

/**
 * Writes a Clarinet project of its own for one test.
 *
 * @param files By their path in the project; `settings/Devnet.toml` has two accounts unless it is given too.
 * @returns Its folder and the path of its Clarinet.toml.
 */
export async function makeProject({
  files,
}: {
  files: Readonly<Record<string, string>>
}): Promise<{ folder: string; manifestPath: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'local-chain-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const [name, text] of Object.entries({ 'settings/Devnet.toml': settings, ...files })) {
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  }
  return { folder, manifestPath: join(folder, 'Clarinet.toml') }
}
