import type { Account } from '../project/Account.ts'

/**
 * The accounts of a chain with their keys, and the warning that belongs to them, as lines.
 *
 * @param note What else to say about an account.
 */
export function describeAccounts({
  accounts,
  note = () => '',
}: {
  accounts: readonly Pick<Account, 'name' | 'address' | 'privateKey'>[]
  note?: (account: { address: string }) => string
}): string[] {
  const width = Math.max(10, ...accounts.map(({ name }) => name.length))
  return [
    'Accounts. WARNING: these keys are public, anybody can sign with them. Never use them on testnet or mainnet.',
    ...accounts.flatMap((account) => [
      `  ${account.name.padEnd(width)} ${account.address}  ${note(account)}`.trimEnd(),
      `  ${' '.repeat(width)} ${account.privateKey}`,
    ]),
  ]
}
