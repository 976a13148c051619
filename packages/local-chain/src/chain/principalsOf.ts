import type { VmEvent } from '../vm/VmEvent.ts'
import type { MinedTransaction } from './TransactionRecord.ts'

/** Every principal that a transaction involves: who sent and paid it, whom it names, and whose assets it moved. */
export function principalsOf({ transaction, execution }: MinedTransaction): Set<string> {
  const { sender, sponsor, payload } = transaction
  const principals = new Set([sender.address])
  if (sponsor !== null) principals.add(sponsor.address)
  if (payload.type === 'token_transfer') principals.add(payload.recipient)
  if (payload.type === 'contract_call' || payload.type === 'smart_contract')
    principals.add(payload.contractId)
  for (const event of execution.events) for (const moved of movedBetween(event)) principals.add(moved)
  return principals
}

function movedBetween({ data }: VmEvent): string[] {
  const parties: string[] = []
  if ('sender' in data) parties.push(data.sender)
  if ('recipient' in data) parties.push(data.recipient)
  return parties
}
