import type { Block } from '../chain/Block.ts'
import type { Chain } from '../chain/Chain.ts'
import { getAccount } from '../chain/getAccount.ts'
import { startRepair } from '../chain/startRepair.ts'
import type { PendingTransaction } from '../chain/TransactionRecord.ts'
import { dropTransaction } from '../mempool/dropTransaction.ts'
import { mineBlock } from './mineBlock.ts'

/** Mines the transaction whose turn it is. Null when none can be mined now, or the VM is being made again. */
export function mineNext(chain: Chain): Block | null {
  const { index, mempool, journal } = chain
  for (;;) {
    if (chain.vm.hasTrapped()) startRepair(chain)
    if (chain.repair !== null) return null
    const pending = mempool.findReady((address) => index.accounts.get(address)?.nonce ?? 0n)
    if (pending === undefined) return null
    if (isMinable(chain, pending)) return mineBlock(chain, { pending })
    const status = 'dropped_problematic'
    journal.append({ type: 'drop', txid: pending.transaction.txid, status })
    chain.events.emit('dropped', dropTransaction(chain, { pending, status }))
  }
}

// What was true at admission may have changed: the funds are spent, or the contract's name is taken.
function isMinable(chain: Chain, { transaction }: PendingTransaction): boolean {
  const { sender, sponsor, fee, payload } = transaction
  if (payload.type === 'smart_contract' && chain.index.contracts.has(payload.contractId)) return false
  const amount = payload.type === 'token_transfer' ? payload.amount : 0n
  const owed = sponsor === null ? amount + fee : amount
  if (getAccount(chain, { principal: sender.address }).balance < owed) return false
  return sponsor === null || getAccount(chain, { principal: sponsor.address }).balance >= fee
}
