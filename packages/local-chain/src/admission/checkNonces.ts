import type { Chain } from '../chain/Chain.ts'
import type { DecodedTransaction, TransactionAccount } from '../transactions/DecodedTransaction.ts'
import type { Rejection } from './Rejection.ts'

/** How far a nonce may run ahead of the next one but one (stacks-core, `MAXIMUM_MEMPOOL_TX_CHAINING`). */
const maximumChaining = 25n

/** Neither sender nor sponsor may spend a nonce again, or one too far ahead. */
export function checkNonces(
  { index }: Pick<Chain, 'index'>,
  { transaction }: { transaction: DecodedTransaction },
): Rejection | null {
  const { sender, sponsor } = transaction
  const parties = sponsor === null ? [sender] : [sender, sponsor]
  const nonceOf = ({ address }: TransactionAccount) => index.accounts.get(address)?.nonce ?? 0n
  // The sponsor's nonce is looked at first.
  for (const party of parties.toReversed()) {
    const expected = nonceOf(party)
    if (party.nonce < expected) return refuse('BadNonce', party, expected, party === sender)
  }
  for (const party of parties) {
    const expected = nonceOf(party) + 1n + maximumChaining
    if (party.nonce > expected) return refuse('TooMuchChaining', party, expected, party === sender)
  }
  return null
}

function refuse(
  reason: 'BadNonce' | 'TooMuchChaining',
  { address, nonce }: TransactionAccount,
  expected: bigint,
  isOrigin: boolean,
): Rejection {
  const facts = { expected: Number(expected), actual: Number(nonce), principal: address, is_origin: isOrigin }
  if (reason === 'BadNonce') return { reason, reason_data: facts }
  return { reason, reason_data: { message: 'Nonce would exceed chaining limit in mempool', ...facts } }
}
