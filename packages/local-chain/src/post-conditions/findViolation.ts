import {
  type AssetWire,
  addressToString,
  cvToHex,
  FungibleConditionCode,
  NonFungibleConditionCode,
  PostConditionMode,
  PostConditionPrincipalId,
  type PostConditionPrincipalWire,
  PostConditionType,
  type PostConditionWire,
} from '@stacks/transactions'
import type { DecodedTransaction } from '../transactions/DecodedTransaction.ts'
import type { VmEvent } from '../vm/VmEvent.ts'
import { type SentAssets, sumSentAssets } from './sumSentAssets.ts'

/**
 * Finds what the sender did not agree to in what a transaction moved (SIP-005, stacks-core
 * `check_transaction_postconditions`): a condition that does not hold or, unless the mode is allow, an asset
 * that left somebody whom no condition covers. In originator mode only the sender's own assets count.
 *
 * @returns What is wrong in one sentence; null when nothing is.
 */
export function findViolation({
  transaction,
  events,
}: {
  transaction: DecodedTransaction
  events: readonly VmEvent[]
}): string | null {
  const { wire, sender } = transaction
  const sent = sumSentAssets(events)
  const covered = new Set<string>()
  for (const condition of wire.postConditions.values as PostConditionWire[]) {
    const principal = toPrincipal(condition.principal, sender.address)
    const problem = check(condition, principal, sent, covered)
    if (problem !== null) return problem
  }
  if (wire.postConditionMode === PostConditionMode.Allow) return null
  for (const { key, principal, asset } of sent.moves()) {
    if (wire.postConditionMode === PostConditionMode.Originator && principal !== sender.address) continue
    if (!covered.has(key)) return `No post-condition covers that ${principal} sent ${asset}.`
  }
  return null
}

function check(
  condition: PostConditionWire,
  principal: string,
  sent: SentAssets,
  covered: Set<string>,
): string | null {
  switch (condition.conditionType) {
    case PostConditionType.STX:
    case PostConditionType.Fungible: {
      const asset = condition.conditionType === PostConditionType.STX ? 'STX' : toAssetId(condition.asset)
      covered.add(sent.keyOf({ principal, asset }))
      const amount = sent.amountOf({ principal, asset })
      if (holds(condition.conditionCode, amount, condition.amount)) return null
      return `Post-condition failed: ${principal} sent ${amount} of ${asset}, which was not to be.`
    }
    case PostConditionType.NonFungible: {
      const asset = toAssetId(condition.asset)
      const value = cvToHex(condition.assetName)
      covered.add(sent.keyOf({ principal, asset, value }))
      const isSent = sent.amountOf({ principal, asset, value }) > 0n
      if (condition.conditionCode === NonFungibleConditionCode.Sends && !isSent) {
        return `Post-condition failed: ${principal} did not send its ${asset} ${value}.`
      }
      if (condition.conditionCode === NonFungibleConditionCode.DoesNotSend && isSent) {
        return `Post-condition failed: ${principal} sent its ${asset} ${value}.`
      }
      return null
    }
    // Nothing is ever stacked here.
    case PostConditionType.Staking:
      return holds(condition.conditionCode, 0n, condition.amount)
        ? null
        : `Post-condition failed: ${principal} staked nothing, which was not to be.`
    case PostConditionType.PoX:
      return null
  }
}

function holds(code: FungibleConditionCode, sent: bigint, amount: bigint): boolean {
  switch (code) {
    case FungibleConditionCode.Equal:
      return sent === amount
    case FungibleConditionCode.Greater:
      return sent > amount
    case FungibleConditionCode.GreaterEqual:
      return sent >= amount
    case FungibleConditionCode.Less:
      return sent < amount
    case FungibleConditionCode.LessEqual:
      return sent <= amount
  }
}

function toPrincipal(principal: PostConditionPrincipalWire, origin: string): string {
  if (principal.prefix === PostConditionPrincipalId.Origin) return origin
  const address = addressToString(principal.address)
  return principal.prefix === PostConditionPrincipalId.Standard
    ? address
    : `${address}.${principal.contractName.content}`
}

function toAssetId({ address, contractName, assetName }: AssetWire): string {
  return `${addressToString(address)}.${contractName.content}::${assetName.content}`
}
