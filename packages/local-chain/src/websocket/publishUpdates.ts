import type { Block } from '../chain/Block.ts'
import type { Chain } from '../chain/Chain.ts'
import { principalsOf } from '../chain/principalsOf.ts'
import type { MinedTransaction } from '../chain/TransactionRecord.ts'
import { type FoundTransaction, findTransaction } from '../routes/extended/findTransaction.ts'
import { toStxAccount } from '../routes/extended/toStxAccount.ts'
import { toTransactionV1 } from '../routes/extended/toTransactionV1.ts'
import type { Subscriptions } from './Subscriptions.ts'
import { toAddressUpdate } from './toAddressUpdate.ts'
import { toBlockUpdate } from './toBlockUpdate.ts'
import { toNftUpdates } from './toNftUpdates.ts'

/**
 * Tells subscribers what happens to the chain, in its order and in the API's: a block, its transaction, the
 * principals that it involves, the tokens that it moved.
 *
 * @param onError Told when an update could not be made.
 */
export function publishUpdates({
  chain,
  subscriptions,
  onError,
}: {
  chain: Chain
  subscriptions: Subscriptions
  onError: (error: unknown) => void
}): void {
  const { publish } = subscriptions
  let told = Promise.resolve()

  // After whoever caused it is served, and never from a VM that is being made again: its balances are wrong.
  function tell(work: () => void): void {
    if (subscriptions.isEmpty()) return
    const { genesis } = chain
    told = told
      .then(async () => {
        while (chain.repair !== null) await chain.repair
        // A reset has put another chain in its place, which knows nothing of it.
        if (chain.genesis === genesis) work()
      })
      .catch(onError)
  }
  function publishTransaction(found: FoundTransaction): void {
    const { txid } = found.record.transaction
    const compose = () => toTransactionV1(chain, { found, withEvents: false })
    if (found.state !== 'mined') publish({ key: 'mempool', method: 'mempool', compose })
    publish({ key: `tx_update:${txid}`, method: 'tx_update', compose })
  }
  function publishBalance(principal: string): void {
    const method = 'address_balance_update'
    const compose = () => ({ address: principal, ...toStxAccount(chain, { principal }) })
    publish({ key: `${method}:${principal}`, method, compose })
  }
  function publishBlock(block: Block, mined: MinedTransaction | null): void {
    publish({ key: 'block', method: 'block', compose: () => toBlockUpdate(block) })
    if (mined === null) return
    publishTransaction({ state: 'mined', record: mined })
    for (const principal of principalsOf(mined)) {
      const method = 'address_tx_update'
      const compose = () => toAddressUpdate(chain, { mined, principal })
      publish({ key: `${method}:${principal}`, method, compose })
      publishBalance(principal)
    }
    for (const update of toNftUpdates(mined)) {
      const { asset_identifier, value } = update
      const compose = () => update
      const asset = `nft_asset_event:${asset_identifier}+${value.hex}`
      publish({ key: 'nft_event', method: 'nft_event', compose })
      publish({ key: asset, method: 'nft_asset_event', compose })
      publish({ key: `nft_collection_event:${asset_identifier}`, method: 'nft_collection_event', compose })
    }
  }
  function publishReorg(orphaned: readonly MinedTransaction[]): void {
    for (const { transaction } of orphaned) {
      const found = findTransaction(chain, transaction)
      if (found !== null && found.state !== 'mined') publishTransaction(found)
    }
    for (const principal of new Set(orphaned.flatMap((mined) => [...principalsOf(mined)])))
      publishBalance(principal)
  }

  chain.events.on('pending', (record) => tell(() => publishTransaction({ state: 'pending', record })))
  chain.events.on('dropped', (record) => tell(() => publishTransaction({ state: 'dropped', record })))
  chain.events.on('block', (block, mined) => tell(() => publishBlock(block, mined)))
  chain.events.on('reorg', (orphaned) => tell(() => publishReorg(orphaned)))
}
