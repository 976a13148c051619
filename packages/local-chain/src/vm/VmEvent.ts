import { z } from 'zod'

const amount = z.string()
const principal = z.string()

/** What the VM says happened during a transaction, one variant for each kind of event. */
export const vmEventSchema = z.discriminatedUnion('event', [
  z.object({
    event: z.literal('print_event'),
    data: z.object({ contract_identifier: z.string(), topic: z.string(), raw_value: z.string() }),
  }),
  z.object({
    event: z.literal('stx_transfer_event'),
    data: z.object({ amount, sender: principal, recipient: principal, memo: z.string().optional() }),
  }),
  z.object({ event: z.literal('stx_mint_event'), data: z.object({ amount, recipient: principal }) }),
  z.object({ event: z.literal('stx_burn_event'), data: z.object({ amount, sender: principal }) }),
  z.object({
    event: z.literal('stx_lock_event'),
    data: z.object({ locked_amount: amount, unlock_height: z.string(), locked_address: principal }),
  }),
  z.object({
    event: z.literal('ft_transfer_event'),
    data: z.object({ asset_identifier: z.string(), amount, sender: principal, recipient: principal }),
  }),
  z.object({
    event: z.literal('ft_mint_event'),
    data: z.object({ asset_identifier: z.string(), amount, recipient: principal }),
  }),
  z.object({
    event: z.literal('ft_burn_event'),
    data: z.object({ asset_identifier: z.string(), amount, sender: principal }),
  }),
  z.object({
    event: z.literal('nft_transfer_event'),
    data: z.object({
      asset_identifier: z.string(),
      raw_value: z.string(),
      sender: principal,
      recipient: principal,
    }),
  }),
  z.object({
    event: z.literal('nft_mint_event'),
    data: z.object({ asset_identifier: z.string(), raw_value: z.string(), recipient: principal }),
  }),
  z.object({
    event: z.literal('nft_burn_event'),
    data: z.object({ asset_identifier: z.string(), raw_value: z.string(), sender: principal }),
  }),
])

export type VmEvent = z.infer<typeof vmEventSchema>
