import { getTip } from '../../chain/getTip.ts'
import type { App, RouteDeps } from '../../http/RouteDeps.ts'

const bootAddress = 'ST000000000000000000002AMW42H'
const cycle = { reward: 20, prepare: 5 }
const blockLimit = {
  read_count: 15_000,
  read_length: 100_000_000,
  runtime: 5_000_000_000,
  write_count: 15_000,
  write_length: 15_000_000,
}

/** `GET /v2/pox`: burn heights and epochs as clients read them. Nobody stacks on a local chain. */
export function getPox(app: App, { chain }: RouteDeps): void {
  app.get('/v2/pox', (c) => {
    const { burn } = getTip(chain)
    const id = Math.floor(burn.height / cycle.reward)
    const nextStart = (id + 1) * cycle.reward
    const supply = [...chain.vm.getBalances().values()].reduce((sum, balance) => sum + balance, 0n)
    return c.json({
      contract_id: `${bootAddress}.pox-5`,
      pox_activation_threshold_ustx: 0,
      first_burnchain_block_height: 0,
      current_burnchain_block_height: burn.height,
      prepare_phase_block_length: cycle.prepare,
      reward_phase_block_length: cycle.reward - cycle.prepare,
      reward_slots: 2 * (cycle.reward - cycle.prepare),
      rejection_fraction: null,
      total_liquid_supply_ustx: Number(supply),
      current_cycle: { id, min_threshold_ustx: 0, stacked_ustx: 0, is_pox_active: false },
      next_cycle: {
        id: id + 1,
        min_threshold_ustx: 0,
        min_increment_ustx: 0,
        stacked_ustx: 0,
        prepare_phase_start_block_height: nextStart - cycle.prepare,
        blocks_until_prepare_phase: nextStart - cycle.prepare - burn.height,
        reward_phase_start_block_height: nextStart,
        blocks_until_reward_phase: nextStart - burn.height,
        ustx_until_pox_rejection: null,
      },
      epochs: [
        {
          epoch_id: 'Epoch34',
          start_height: 0,
          end_height: 9_223_372_036_854_776_000,
          block_limit: blockLimit,
          network_epoch: 14,
        },
      ],
      current_epoch: 'Epoch34',
      min_amount_ustx: 0,
      prepare_cycle_length: cycle.prepare,
      reward_cycle_id: id,
      reward_cycle_length: cycle.reward,
      rejection_votes_left_required: null,
      next_reward_cycle_in: nextStart - burn.height,
      contract_versions: [
        {
          contract_id: `${bootAddress}.pox-5`,
          activation_burnchain_block_height: 0,
          first_reward_cycle_id: 0,
        },
      ],
      pox_5_sbtc_contract: 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-token',
      pox_5_sbtc_registry_contract: 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-registry',
    })
  })
}
