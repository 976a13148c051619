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
import { readToml } from './readToml.ts'
import { settingsSchema } from './settingsSchema.ts'

/**
 * Reads a Clarinet project: its contracts with their sources, and the accounts of settings/Devnet.toml
 * with the keys that their mnemonics stand for.
 *
 * @param manifestPath Path of Clarinet.toml.
 * @throws ProjectNotFoundError, ProjectInvalidError
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
  const contracts: ProjectContract[] = []
  for (const [name, contract] of Object.entries(manifest.contracts)) {
    const deployer = contract.deployer ?? 'deployer'
    const account = accounts.find((candidate) => candidate.name === deployer)
    if (account === undefined) {
      const problem = `contract ${name} is deployed by "${deployer}", which settings/Devnet.toml does not name`
      throw new ProjectInvalidError({ path, problem })
    }
    contracts.push({
      contractId: `${account.address}.${name}`,
      name,
      source: await readSource(join(root, contract.path), name),
      clarityVersion: contract.clarity_version ?? null,
      deployer,
    })
  }
  return {
    accounts,
    contracts: orderContracts(contracts),
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
  try {
    // Line ends do not make another contract: a checkout on Windows deploys the same source.
    return (await readFile(path, 'utf8')).replaceAll('\r\n', '\n')
  } catch (cause) {
    throw new ProjectNotFoundError({ path, what: `The source of contract ${name}`, cause })
  }
}
