import type { Chain } from '../../chain/Chain.ts'
import { getAccount } from '../../chain/getAccount.ts'
import { sumHoldings } from './sumHoldings.ts'

/** The STX of a principal at the tip, and how they came and went. Nothing is ever locked on a local chain. */
export function toStxAccount(
  chain: Pick<Chain, 'genesis' | 'index' | 'vm'>,
  { principal }: { principal: string },
) {
  const { sent, received, fees } = sumHoldings(chain, { principal }).stx
  return {
    balance: String(getAccount(chain, { principal }).balance),
    total_sent: String(sent),
    total_received: String(received),
    total_fees_sent: String(fees),
    total_miner_rewards_received: '0',
    lock_tx_id: '',
    locked: '0',
    lock_height: 0,
    burnchain_lock_height: 0,
    burnchain_unlock_height: 0,
  }
}
