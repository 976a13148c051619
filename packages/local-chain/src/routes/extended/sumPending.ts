import type { Chain } from '../../chain/Chain.ts'

/** The µSTX that wait in the mempool to reach a principal and to leave it, fees included. */
export function sumPending(
  { mempool }: Pick<Chain, 'mempool'>,
  { principal }: { principal: string },
): { inbound: bigint; outbound: bigint } {
  let inbound = 0n
  let outbound = 0n
  for (const { transaction } of mempool.list()) {
    const { sender, sponsor, fee, payload } = transaction
    if ((sponsor ?? sender).address === principal) outbound += fee
    if (payload.type !== 'token_transfer') continue
    if (sender.address === principal) outbound += payload.amount
    if (payload.recipient === principal) inbound += payload.amount
  }
  return { inbound, outbound }
}
