import { z } from 'zod'

const count = z.number().int().nonnegative()
const hex = z.string().regex(/^0x[0-9a-f]+$/)
const uint128 = z.string().regex(/^0x[0-9a-f]{32}$/)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const consensusHash = z.string().regex(/^[0-9a-f]{40}$/)
const cost = z.strictObject({
  read_count: count,
  read_length: count,
  runtime: count,
  write_count: count,
  write_length: count,
})
const cycle = { id: count, min_threshold_ustx: count, stacked_ustx: count }
/** Of a function's argument, a variable or a map: the ABI's own word for it. */
const type = z.union([z.string(), z.record(z.string(), z.unknown())])
const value = z.strictObject({ data: hex, proof: z.literal('').optional() })
const epoch = z.string().regex(/^Epoch[0-9]+(_[0-9]+)?$/)

/** What a node answers, by its route, with every field that it knows and no other (stacks-core, `stackslib/src/net/api`). */
export const nodeAnswers = {
  account: z.strictObject({
    balance: uint128,
    locked: uint128,
    unlock_height: count,
    nonce: count,
    balance_proof: z.string().optional(),
    nonce_proof: z.string().optional(),
  }),
  value,
  constant: z.strictObject({ data: hex }),
  source: z.strictObject({ source: z.string(), publish_height: count }),
  interface: z.strictObject({
    functions: z.array(
      z.strictObject({
        name: z.string(),
        access: z.enum(['private', 'public', 'read_only']),
        args: z.array(z.strictObject({ name: z.string(), type })),
        outputs: z.strictObject({ type }),
      }),
    ),
    variables: z.array(z.strictObject({ name: z.string(), access: z.enum(['constant', 'variable']), type })),
    maps: z.array(z.strictObject({ name: z.string(), key: type, value: type })),
    fungible_tokens: z.array(z.strictObject({ name: z.string() })),
    non_fungible_tokens: z.array(z.strictObject({ name: z.string(), type })),
    epoch,
    clarity_version: z.string().regex(/^Clarity[1-6]$/),
  }),
  callRead: z.discriminatedUnion('okay', [
    z.strictObject({ okay: z.literal(true), result: hex }),
    z.strictObject({ okay: z.literal(false), cause: z.string().min(1) }),
  ]),
  fees: z.strictObject({
    estimated_cost: cost,
    estimated_cost_scalar: count,
    cost_scalar_change_by_byte: z.number().nonnegative(),
    estimations: z.array(z.strictObject({ fee: count, fee_rate: z.number().nonnegative() })).length(3),
  }),
  transferFee: count,
  info: z.strictObject({
    peer_version: count,
    pox_consensus: consensusHash,
    burn_block_height: count,
    stable_pox_consensus: consensusHash,
    stable_burn_block_height: count,
    server_version: z.string(),
    network_id: count,
    parent_network_id: count,
    stacks_tip_height: count,
    stacks_tip: hash,
    stacks_tip_consensus_hash: consensusHash,
    genesis_chainstate_hash: hash,
    unanchored_tip: z.null(),
    unanchored_seq: z.null(),
    tenure_height: count,
    exit_at_block_height: count.nullable(),
    is_fully_synced: z.boolean(),
    node_public_key: z.string().nullable(),
    node_public_key_hash: z.string().nullable(),
    last_pox_anchor: z.null(),
    stackerdbs: z.array(z.string()),
  }),
  pox: z.strictObject({
    contract_id: z.string(),
    pox_activation_threshold_ustx: count,
    first_burnchain_block_height: count,
    current_burnchain_block_height: count,
    prepare_phase_block_length: count,
    reward_phase_block_length: count,
    reward_slots: count,
    rejection_fraction: count.nullable(),
    total_liquid_supply_ustx: count,
    current_cycle: z.strictObject({ ...cycle, is_pox_active: z.boolean() }),
    next_cycle: z.strictObject({
      ...cycle,
      min_increment_ustx: count,
      prepare_phase_start_block_height: count,
      blocks_until_prepare_phase: z.number().int(),
      reward_phase_start_block_height: count,
      blocks_until_reward_phase: count,
      ustx_until_pox_rejection: count.nullable(),
    }),
    epochs: z.array(
      z.strictObject({
        epoch_id: epoch,
        start_height: count,
        // A node's is the largest 64-bit number, which JSON readers round.
        end_height: z.number(),
        block_limit: cost,
        network_epoch: count,
      }),
    ),
    current_epoch: epoch,
    min_amount_ustx: count,
    prepare_cycle_length: count,
    reward_cycle_id: count,
    reward_cycle_length: count,
    rejection_votes_left_required: count.nullable(),
    next_reward_cycle_in: count,
    contract_versions: z.array(
      z.strictObject({
        contract_id: z.string(),
        activation_burnchain_block_height: count,
        first_reward_cycle_id: count,
      }),
    ),
    pox_5_sbtc_contract: z.string(),
    pox_5_sbtc_registry_contract: z.string(),
  }),
  health: z.strictObject({
    difference_from_max_peer: count,
    max_stacks_height_of_neighbors: count,
    max_stacks_neighbor_address: z.string().nullable(),
    node_stacks_tip_height: count,
  }),
  transaction: z.strictObject({
    index_block_hash: hash,
    tx: z.string().regex(/^[0-9a-f]+$/),
    result: z.string(),
    block_height: count,
    is_canonical: z.literal(true),
  }),
  unconfirmed: z.strictObject({ tx: z.string().regex(/^[0-9a-f]+$/), status: z.literal('Mempool') }),
}
