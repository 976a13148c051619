import { Cl, type ClarityValue } from '@stacks/transactions'
import type { Outcome, Vault } from '../simnet/createVault.ts'
import type { Call } from './Call.ts'
import type { Cast } from './Cast.ts'

const { uint, principal, stringAscii } = Cl

/** What practice-wallet calls the functions that it passes on. */
const walletFunctions: Readonly<Record<Call['name'], string>> = {
  'create-medical-record': 'create',
  'access-medical-data': 'draw',
  'grant-medical-access': 'grant',
  'revoke-medical-access': 'revoke',
  'archive-record': 'archive',
  'enable-maintenance': 'suspend',
  'disable-maintenance': 'resume',
}

/** Makes the call: directly, or through the caller when the caller is a contract wallet. */
export function sendCall(vault: Vault, { wallets }: Cast, call: Call): Outcome {
  const owner = wallets.get(call.caller)
  return owner === undefined
    ? vault.call(call.caller, vault.contract, call.name, toArguments(call))
    : vault.call(owner, call.caller, walletFunctions[call.name], toArguments(call))
}

function toArguments(call: Call): ClarityValue[] {
  switch (call.name) {
    case 'create-medical-record':
      return [stringAscii(call.recordCategory), uint(call.dataVolume)]
    case 'access-medical-data':
      return [uint(call.recordId), uint(call.accessVolume)]
    case 'grant-medical-access':
      return [uint(call.recordId), principal(call.medicalStaff), uint(call.accessLimit)]
    case 'revoke-medical-access':
      return [uint(call.recordId), principal(call.medicalStaff)]
    case 'archive-record':
      return [uint(call.recordId)]
    case 'enable-maintenance':
    case 'disable-maintenance':
      return []
  }
}
