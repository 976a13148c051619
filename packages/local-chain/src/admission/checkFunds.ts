import type { Chain } from '../chain/Chain.ts'
import { getAccount } from '../chain/getAccount.ts'
import type { DecodedTransaction } from '../transactions/DecodedTransaction.ts'
import type { Rejection } from './Rejection.ts'

/**
 * Who pays must have the fee, and who transfers the amount too. Like a node's, the check looks at what is
 * confirmed and not at what else waits in the mempool.
 */
export function checkFunds(
  chain: Pick<Chain, 'index' | 'vm'>,
  { transaction }: { transaction: DecodedTransaction },
): Rejection | null {
  const { sender, sponsor, fee, payload } = transaction
  const amount = payload.type === 'token_transfer' ? payload.amount : 0n
  const demands =
    sponsor === null
      ? [{ principal: sender.address, expected: amount + fee }]
      : [
          { principal: sender.address, expected: amount },
          { principal: sponsor.address, expected: fee },
        ]
  for (const { principal, expected } of demands) {
    const { balance } = getAccount(chain, { principal })
    if (balance >= expected) continue
    return { reason: 'NotEnoughFunds', reason_data: { expected: toHex(expected), actual: toHex(balance) } }
  }
  return null
}

function toHex(amount: bigint): string {
  return `0x${amount.toString(16).padStart(32, '0')}`
}
