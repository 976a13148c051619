import type { Chain } from './Chain.ts'

/**
 * The next nonce and the balance in µSTX of a principal. Fees are the chain's own accounting: the VM knows
 * none, so they are taken off what the VM says.
 */
export function getAccount(
  { index, vm }: Pick<Chain, 'index' | 'vm'>,
  { principal }: { principal: string },
): { nonce: bigint; balance: bigint } {
  const account = index.accounts.get(principal)
  const balance = (vm.getBalances().get(principal) ?? 0n) - (account?.feesPaid ?? 0n)
  return { nonce: account?.nonce ?? 0n, balance: balance > 0n ? balance : 0n }
}
