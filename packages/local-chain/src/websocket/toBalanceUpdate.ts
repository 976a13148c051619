import type { Chain } from '../chain/Chain.ts'
import { getAccount } from '../chain/getAccount.ts'
import { summarizeAssets } from '../routes/extended/summarizeAssets.ts'

/** The STX of a principal at the tip, and how they came and went. Nothing is ever locked on a local chain. */
export function toBalanceUpdate(chain: Pick<Chain, 'index' | 'vm'>, { principal }: { principal: string }) {
  const { balance } = getAccount(chain, { principal })
  const fees = chain.index.accounts.get(principal)?.feesPaid ?? 0n
  let sent = 0n
  for (const mined of chain.index.byPrincipal.get(principal) ?? [])
    sent += BigInt(summarizeAssets(mined, { principal }).stx_sent)
  return {
    address: principal,
    balance: String(balance),
    // In the API's accounts fees are apart from what was sent, and what a chain began with was received.
    total_sent: String(sent - fees),
    total_received: String(balance + sent),
    total_fees_sent: String(fees),
    total_miner_rewards_received: '0',
    lock_tx_id: '',
    locked: '0',
    lock_height: 0,
    burnchain_lock_height: 0,
    burnchain_unlock_height: 0,
  }
}
