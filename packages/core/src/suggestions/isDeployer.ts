import type { Deps } from '../Deps.ts'

/** The contract's CMO is its deployer for ever. That is enough to choose what to suggest; deciding asks the chain. */
export function isDeployer({ settings }: Pick<Deps, 'settings'>, principal: string): boolean {
  return settings.contract.split('.')[0] === principal
}
