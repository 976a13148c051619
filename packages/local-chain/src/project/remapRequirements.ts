import type { Account } from './Account.ts'
import type { ProjectContract } from './ProjectContract.ts'
import type { Requirement } from './readRequirements.ts'

/**
 * Gives the contracts of another network a place on this one: nobody here holds the keys of their deployers,
 * so the project's own deploys them, and whoever refers to one refers to it there.
 *
 * @returns The project's contracts and those that they require.
 */
export function remapRequirements({
  contracts,
  required,
  getDeployer,
}: {
  contracts: readonly ProjectContract[]
  required: readonly Requirement[]
  getDeployer: (contract: string) => Account
}): ProjectContract[] {
  const added = required.map(({ name, source, clarityVersion, contractId }): ProjectContract => {
    const { address, name: deployer } = getDeployer(contractId)
    return { contractId: `${address}.${name}`, name, source, clarityVersion, deployer, standsFor: contractId }
  })
  const remap = (source: string) =>
    added.reduce(
      (text, { standsFor, contractId }) =>
        text.replaceAll(new RegExp(`'${standsFor?.replace('.', '\\.')}(?![\\w-])`, 'g'), `'${contractId}`),
      source,
    )
  return [...contracts, ...added].map((contract) => ({ ...contract, source: remap(contract.source) }))
}
