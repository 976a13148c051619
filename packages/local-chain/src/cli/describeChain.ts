import type { LocalChain } from '../LocalChain.ts'
import type { Paint } from './createPaint.ts'
import { describeAccounts } from './describeAccounts.ts'

/** What somebody needs to know to work with a chain that just started, as text. */
export function describeChain({
  chain,
  manifestPath,
  dataDir,
  paint,
}: {
  chain: LocalChain
  manifestPath: string
  dataDir: string | null
  paint: Paint
}): string {
  const [warning = '', ...accounts] = describeAccounts({
    accounts: chain.accounts,
    note: ({ address }) => formatStx(chain.accounts.find((account) => account.address === address)?.balance),
  })
  const contracts = chain.contracts.map(
    ({ contractId, standsFor }) => `  ${contractId}${standsFor === null ? '' : `  for ${standsFor}`}`,
  )
  return [
    '',
    ...(contracts.length === 0 ? [`No contracts in ${manifestPath}.`] : [`Contracts of ${manifestPath}`]),
    ...contracts,
    '',
    paint('yellow', warning),
    ...accounts.map((line, i) => (i % 2 === 0 ? line : paint('dim', line))),
    '',
    `Node and API  ${paint('bold', chain.url)}  (network devnet, chain id 0x80000000)`,
    `Control       ${chain.url}/local  with the header  Authorization: Bearer ${chain.token}`,
    dataDir === null
      ? 'Data          in memory, gone when it stops (keep it with --data-dir)'
      : `Data          ${dataDir}  (start over with --fresh)`,
    '',
    'Stop it with Ctrl-C.',
    '',
    '',
  ].join('\n')
}

function formatStx(balance = 0n): string {
  const stx = (balance / 1_000_000n).toLocaleString('en')
  const micro = balance % 1_000_000n
  return `${stx}${micro === 0n ? '' : `.${String(micro).padStart(6, '0')}`} STX`
}
