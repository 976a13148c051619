import {
  addressToString,
  cvToHex,
  cvToString,
  FungibleConditionCode,
  NonFungibleConditionCode,
  PostConditionPrincipalId,
  type PostConditionPrincipalWire,
  PostConditionType,
  type PostConditionWire,
} from '@stacks/transactions'

const fungibleCodes = {
  [FungibleConditionCode.Equal]: 'sent_equal_to',
  [FungibleConditionCode.Greater]: 'sent_greater_than',
  [FungibleConditionCode.GreaterEqual]: 'sent_greater_than_or_equal_to',
  [FungibleConditionCode.Less]: 'sent_less_than',
  [FungibleConditionCode.LessEqual]: 'sent_less_than_or_equal_to',
}

/** A post-condition as the API tells it. */
export function toPostCondition(condition: PostConditionWire) {
  const principal = toPrincipal(condition.principal)
  switch (condition.conditionType) {
    case PostConditionType.STX:
      return {
        type: 'stx',
        condition_code: fungibleCodes[condition.conditionCode],
        amount: String(condition.amount),
        principal,
      }
    case PostConditionType.Fungible:
      return {
        type: 'fungible',
        condition_code: fungibleCodes[condition.conditionCode],
        amount: String(condition.amount),
        principal,
        asset: toAsset(condition.asset),
      }
    case PostConditionType.NonFungible:
      return {
        type: 'non_fungible',
        condition_code: toNonFungibleCode(condition.conditionCode),
        principal,
        asset: toAsset(condition.asset),
        asset_value: { hex: cvToHex(condition.assetName), repr: cvToString(condition.assetName) },
      }
    case PostConditionType.Staking:
      return {
        type: 'staking',
        condition_code: fungibleCodes[condition.conditionCode],
        amount: String(condition.amount),
        principal,
      }
    case PostConditionType.PoX:
      return { type: 'pox', condition_code: condition.conditionCode, principal }
  }
}

function toNonFungibleCode(code: NonFungibleConditionCode): string {
  if (code === NonFungibleConditionCode.Sends) return 'sent'
  return code === NonFungibleConditionCode.DoesNotSend ? 'not_sent' : 'maybe_sent'
}

function toPrincipal(principal: PostConditionPrincipalWire) {
  switch (principal.prefix) {
    case PostConditionPrincipalId.Origin:
      return { type_id: 'principal_origin' }
    case PostConditionPrincipalId.Standard:
      return { type_id: 'principal_standard', address: addressToString(principal.address) }
    case PostConditionPrincipalId.Contract:
      return {
        type_id: 'principal_contract',
        contract_name: principal.contractName.content,
        address: addressToString(principal.address),
      }
  }
}

function toAsset(asset: Extract<PostConditionWire, { asset: unknown }>['asset']) {
  return {
    contract_name: asset.contractName.content,
    asset_name: asset.assetName.content,
    contract_address: addressToString(asset.address),
  }
}
