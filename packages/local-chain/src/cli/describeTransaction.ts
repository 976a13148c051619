import type { MinedTransaction } from '../chain/TransactionRecord.ts'
import type { DecodedPayload } from '../transactions/DecodedTransaction.ts'
import type { Paint } from './createPaint.ts'

const marks = {
  success: { colour: 'green', text: 'ok' },
  abort_by_response: { colour: 'red', text: 'aborted' },
  abort_by_post_condition: { colour: 'red', text: 'aborted by post-condition' },
} as const

/** A mined transaction in one line: block, txid, what it did, how it ended. */
export function describeTransaction({
  mined,
  result,
  paint,
}: {
  mined: Pick<MinedTransaction, 'block' | 'status' | 'transaction' | 'execution'>
  /** The result as Clarity writes it. */
  result: string
  paint: Paint
}): string {
  const { block, status, transaction, execution } = mined
  const { colour, text } = marks[status]
  const why = status === 'success' ? '' : `  ${execution.vmError ?? result}`
  return [
    `#${block.height}`.padEnd(6),
    paint('dim', `${transaction.txid.slice(0, 10)}…`),
    `${describePayload(transaction.payload)} ${paint(colour, text)}${why}`,
  ].join(' ')
}

function describePayload(payload: DecodedPayload): string {
  switch (payload.type) {
    case 'contract_call':
      return `${payload.contractId.slice(payload.contractId.indexOf('.') + 1)}.${payload.functionName}`
    case 'smart_contract':
      return `deploy ${payload.name}`
    case 'token_transfer':
      return `transfer ${payload.amount} µSTX to ${payload.recipient}`
    case 'unsupported':
      return payload.reason
  }
}
