import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { ProjectInvalidError } from '../errors/ProjectInvalidError.ts'
import { ProjectNotFoundError } from '../errors/ProjectNotFoundError.ts'
import type { Account } from './Account.ts'
import { deriveAccount } from './deriveAccount.ts'
import { manifestSchema } from './manifestSchema.ts'
import { orderContracts } from './orderContracts.ts'
import type { Project } from './Project.ts'
import type { ProjectContract } from './ProjectContract.ts'
import { readRequirements } from './readRequirements.ts'
import { readToml } from './readToml.ts'
import { remapRequirements } from './remapRequirements.ts'
import { settingsSchema } from './settingsSchema.ts'

const notAscii = /[^\t\n\x20-\x7e]/u

/**
 * Reads a Clarinet project: its contracts with their sources, and the accounts of settings/Devnet.toml
 * with the keys that their mnemonics stand for. What it requires of another network is deployed beside its own
 * contracts, by the account `deployer`, as Clarinet does on a devnet.
 *
 * @param manifestPath Path of Clarinet.toml.
 * @throws ProjectNotFoundError, ProjectInvalidError, RequirementMissingError
 */
export async function readProject({ manifestPath }: { manifestPath: string }): Promise<Project> {
  const path = resolve(manifestPath)
  const root = dirname(path)
  const manifest = await readToml({ path, what: 'The Clarinet project', schema: manifestSchema })
  const settingsPath = join(root, 'settings', 'Devnet.toml')
  const settings = await readToml({
    path: settingsPath,
    what: "The Clarinet project's settings",
    schema: settingsSchema,
  })
  const accounts = await readAccounts(settingsPath, settings.accounts)
  const getDeployer = (contract: string, name = 'deployer'): Account => {
    const account = accounts.find((candidate) => candidate.name === name)
    if (account !== undefined) return account
    const problem = `contract ${contract} is deployed by "${name}", which settings/Devnet.toml does not name`
    throw new ProjectInvalidError({ path, problem })
  }
  const contracts: ProjectContract[] = []
  for (const [name, { deployer, path: sourcePath, clarityVersion }] of Object.entries(manifest.contracts)) {
    const account = getDeployer(name, deployer)
    const source = await readSource(join(root, sourcePath), name)
    const contractId = `${account.address}.${name}`
    contracts.push({ contractId, name, source, clarityVersion, deployer: account.name })
  }
  const { requirements, cache_dir } = manifest.project
  const required = await readRequirements({
    contractIds: requirements.map(({ contract_id }) => contract_id),
    cacheDir: resolve(root, cache_dir),
  })
  const remapped = remapRequirements({ contracts, required, getDeployer })
  const doubled = remapped.find(
    ({ contractId }, i) => remapped.findIndex((c) => c.contractId === contractId) < i,
  )
  if (doubled !== undefined)
    throw new ProjectInvalidError({ path, problem: `two contracts would be ${doubled.contractId}` })
  return {
    manifestPath: path,
    accounts,
    contracts: orderContracts(remapped),
    deploymentFeeRate: settings.network.deployment_fee_rate,
  }
}

async function readAccounts(
  path: string,
  settings: Record<string, { mnemonic: string; derivation?: string | undefined; balance: bigint }>,
): Promise<Account[]> {
  return Promise.all(
    Object.entries(settings).map(async ([name, { mnemonic, derivation, balance }]) => {
      try {
        return { name, balance, ...(await deriveAccount({ mnemonic, derivation })) }
      } catch {
        // The cause would carry the mnemonic.
        throw new ProjectInvalidError({
          path,
          problem: `account ${name} has no valid mnemonic or derivation`,
        })
      }
    }),
  )
}

async function readSource(path: string, name: string): Promise<string> {
  let source: string
  try {
    // Line ends do not make another contract: a checkout on Windows deploys the same source.
    source = (await readFile(path, 'utf8')).replaceAll('\r\n', '\n')
  } catch (cause) {
    throw new ProjectNotFoundError({ path, what: `The source of contract ${name}`, cause })
  }
  const foreign = notAscii.exec(source)
  if (foreign === null) return source
  const line = source.slice(0, foreign.index).split('\n').length
  const problem = `line ${line} has the character ${JSON.stringify(foreign[0])}, and nodes take contracts in ASCII only`
  throw new ProjectInvalidError({ path, problem })
}
