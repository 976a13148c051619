import { z } from 'zod'
import { isPrincipal } from '../clarity/isPrincipal.ts'
import type { Topic } from './Topic.ts'

const general = ['block', 'microblock', 'mempool', 'nft_event']
const addressed = ['address_tx_update', 'address_balance_update']

/**
 * Reads what a request wants to subscribe to.
 *
 * @returns A string says what is wrong, as the API words it.
 */
export function parseTopic(params: unknown): Topic | string {
  const parsed = z.object({ event: z.string() }).loose().safeParse(params)
  if (!parsed.success) return 'subscription requests must include an event name'
  const { event, tx_id, address, asset_identifier, value } = parsed.data
  if (general.includes(event)) return { key: event, subject: {} }
  if (event === 'tx_update') {
    if (typeof tx_id !== 'string' || !/^(0x)?[0-9a-fA-F]{64}$/.test(tx_id)) return 'invalid tx_id'
    const txid = `0x${tx_id.replace(/^0x/, '').toLowerCase()}`
    return { key: `${event}:${txid}`, subject: { tx_id: txid } }
  }
  if (addressed.includes(event)) {
    if (typeof address !== 'string' || !isPrincipal(address)) return 'invalid address'
    return { key: `${event}:${address}`, subject: { address } }
  }
  if (event === 'nft_asset_event' || event === 'nft_collection_event') {
    if (typeof asset_identifier !== 'string') return 'invalid asset_identifier'
    if (event === 'nft_collection_event')
      return { key: `${event}:${asset_identifier}`, subject: { asset_identifier } }
    if (typeof value !== 'string') return 'invalid value'
    return { key: `${event}:${asset_identifier}+${value}`, subject: { asset_identifier, value } }
  }
  return 'subscription request must use a valid event name'
}
