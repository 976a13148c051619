import { chainId } from '../../admission/chainId.ts'
import { getTip } from '../../chain/getTip.ts'
import type { App, RouteDeps } from '../../http/RouteDeps.ts'

const bitcoinRegtest = 3669344250

/** `GET /v2/info`: what a node says of itself and its tip. */
export function getInfo(app: App, { chain }: RouteDeps): void {
  app.get('/v2/info', (c) => {
    const tip = getTip(chain)
    const consensusHash = tip.burn.hash.slice(2, 42)
    return c.json({
      peer_version: 4_207_599_114,
      pox_consensus: consensusHash,
      burn_block_height: tip.burn.height,
      stable_pox_consensus: consensusHash,
      stable_burn_block_height: tip.burn.height,
      server_version: 'medikey-local-chain',
      network_id: chainId,
      parent_network_id: bitcoinRegtest,
      stacks_tip_height: tip.height,
      stacks_tip: tip.hash.slice(2),
      stacks_tip_consensus_hash: consensusHash,
      genesis_chainstate_hash: chain.genesis.salt.padEnd(64, '0'),
      unanchored_tip: null,
      unanchored_seq: null,
      tenure_height: tip.tenureHeight,
      exit_at_block_height: null,
      is_fully_synced: true,
      node_public_key: null,
      node_public_key_hash: null,
      last_pox_anchor: null,
      stackerdbs: [],
    })
  })
}
