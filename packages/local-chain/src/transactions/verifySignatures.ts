import { AuthType } from '@stacks/transactions'
import type { DecodedTransaction } from './DecodedTransaction.ts'
import { sha512256 } from './sha512256.ts'
import { verifyCondition } from './verifyCondition.ts'

/** True when the sender, and the sponsor where there is one, have signed this very transaction. */
export function verifySignatures(transaction: DecodedTransaction): boolean {
  const { auth } = transaction.wire
  try {
    const afterOrigin = verifyCondition({
      condition: auth.spendingCondition,
      hash: initialHash(transaction),
      authType: AuthType.Standard,
    })
    if (afterOrigin === null || !('sponsorSpendingCondition' in auth)) return afterOrigin !== null
    const sponsored = verifyCondition({
      condition: auth.sponsorSpendingCondition,
      hash: afterOrigin,
      authType: AuthType.Sponsored,
    })
    return sponsored !== null
  } catch {
    // A key that is no point on the curve, in a multi-signature's list of keys.
    return false
  }
}

const nonceAndFee = { start: 27, end: 43 }
const signature = { start: 44, end: 109 }

// What signing begins with: the transaction's hash with nonce, fee and signature zeroed. For the common case
// it is made from the signed bytes themselves, which is faster than serializing a copy of the wire format.
function initialHash({ wire, bytes }: DecodedTransaction): string {
  const { auth } = wire
  if (auth.authType !== AuthType.Standard || !('signature' in auth.spendingCondition)) return wire.signBegin()
  const cleared = Uint8Array.from(bytes)
  cleared.fill(0, nonceAndFee.start, nonceAndFee.end)
  cleared.fill(0, signature.start, signature.end)
  return sha512256(cleared)
}
