import type { VmEvent } from '../../vm/VmEvent.ts'
import { toClarityValue } from './toClarityValue.ts'
import { toMemo } from './toMemo.ts'

/** An event as `/extended/v3/transactions/{txid}/events` tells it. */
export function toEventV3({ event, index }: { event: VmEvent; index: number }) {
  const base = { event_index: index }
  switch (event.event) {
    case 'print_event': {
      const { contract_identifier, topic, raw_value } = event.data
      const contract_log = { contract_id: contract_identifier, topic, value: toClarityValue(raw_value) }
      return { ...base, type: 'contract_log', contract_log }
    }
    case 'stx_transfer_event': {
      const { sender, recipient, amount, memo } = event.data
      const stx_asset = {
        type: 'transfer',
        sender,
        recipient,
        amount,
        memo: memo ? toMemo(`0x${memo}`) : null,
      }
      return { ...base, type: 'stx_asset', stx_asset }
    }
    case 'stx_mint_event':
      return { ...base, type: 'stx_asset', stx_asset: { type: 'mint', ...event.data } }
    case 'stx_burn_event':
      return { ...base, type: 'stx_asset', stx_asset: { type: 'burn', ...event.data } }
    case 'stx_lock_event': {
      const { locked_amount, unlock_height, locked_address } = event.data
      const stx_lock = {
        amount: locked_amount,
        unlock_bitcoin_height: Number(unlock_height),
        address: locked_address,
      }
      return { ...base, type: 'stx_lock', stx_lock }
    }
    case 'ft_transfer_event':
      return { ...base, type: 'ft_asset', ft_asset: { type: 'transfer', ...event.data } }
    case 'ft_mint_event':
      return { ...base, type: 'ft_asset', ft_asset: { type: 'mint', ...event.data } }
    case 'ft_burn_event':
      return { ...base, type: 'ft_asset', ft_asset: { type: 'burn', ...event.data } }
    case 'nft_transfer_event':
    case 'nft_mint_event':
    case 'nft_burn_event': {
      const { raw_value, ...data } = event.data
      const type = event.event.split('_')[1]
      return { ...base, type: 'nft_asset', nft_asset: { type, ...data, value: toClarityValue(raw_value) } }
    }
  }
}
