import type { VmEvent } from '../../vm/VmEvent.ts'
import { toClarityValue } from './toClarityValue.ts'

/** An event as the first version of the API tells it: parties that an event has not are empty. */
export function toEventV1({ event, index, txid }: { event: VmEvent; index: number; txid: string }) {
  const base = { event_index: index, tx_id: txid }
  const parties = { sender: '', recipient: '' }
  const asset_event_type = event.event.split('_')[1]
  switch (event.event) {
    case 'print_event': {
      const { contract_identifier, topic, raw_value } = event.data
      const contract_log = { contract_id: contract_identifier, topic, value: toClarityValue(raw_value) }
      return { ...base, event_type: 'smart_contract_log', contract_log }
    }
    case 'stx_lock_event': {
      const { locked_amount, unlock_height, locked_address } = event.data
      const stx_lock_event = { locked_amount, unlock_height: Number(unlock_height), locked_address }
      return { ...base, event_type: 'stx_lock', stx_lock_event }
    }
    case 'stx_transfer_event':
    case 'stx_mint_event':
    case 'stx_burn_event':
      return { ...base, event_type: 'stx_asset', asset: { asset_event_type, ...parties, ...event.data } }
    case 'ft_transfer_event':
    case 'ft_mint_event':
    case 'ft_burn_event': {
      const { asset_identifier, ...data } = event.data
      const asset = { asset_event_type, asset_id: asset_identifier, ...parties, ...data }
      return { ...base, event_type: 'fungible_token_asset', asset }
    }
    case 'nft_transfer_event':
    case 'nft_mint_event':
    case 'nft_burn_event': {
      const { asset_identifier, raw_value, ...data } = event.data
      const value = toClarityValue(raw_value)
      const asset = { asset_event_type, asset_id: asset_identifier, ...parties, ...data, value }
      return { ...base, event_type: 'non_fungible_token_asset', asset }
    }
  }
}
