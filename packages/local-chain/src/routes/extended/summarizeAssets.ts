import type { MinedTransaction } from '../../chain/TransactionRecord.ts'

type Counts = { transfer: number; mint: number; burn: number }

/** What a transaction moved from and to a principal; who pays the fee has sent it. */
export function summarizeAssets(
  { transaction, execution }: MinedTransaction,
  { principal }: { principal: string },
) {
  const payer = transaction.sponsor ?? transaction.sender
  let sent = payer.address === principal ? transaction.fee : 0n
  let received = 0n
  const events = { stx: noCounts(), ft: noCounts(), nft: noCounts() }
  for (const { event, data } of execution.events) {
    const [asset, kind] = event.split('_')
    if (asset !== 'stx' && asset !== 'ft' && asset !== 'nft') continue
    if (kind !== 'transfer' && kind !== 'mint' && kind !== 'burn') continue
    const isSender = 'sender' in data && data.sender === principal
    const isRecipient = 'recipient' in data && data.recipient === principal
    if (!isSender && !isRecipient) continue
    events[asset][kind] += 1
    if (asset !== 'stx' || !('amount' in data)) continue
    if (isSender) sent += BigInt(data.amount)
    if (isRecipient) received += BigInt(data.amount)
  }
  return { stx_sent: String(sent), stx_received: String(received), events }
}

function noCounts(): Counts {
  return { transfer: 0, mint: 0, burn: 0 }
}
