import { BaseError } from '@medikey/errors'
import { txidFromBytes } from '@stacks/transactions'
import { z } from 'zod'
import type { ClientContext } from '../ClientContext.ts'
import { AmbiguousBroadcastError } from '../errors/AmbiguousBroadcastError.ts'
import { InvalidArgumentError } from '../errors/InvalidArgumentError.ts'
import { NodeUnreachableError } from '../errors/NodeUnreachableError.ts'
import { BadNonceError } from '../errors/rejections/BadNonceError.ts'
import { ConflictingNonceInMempoolError } from '../errors/rejections/ConflictingNonceInMempoolError.ts'
import { rejectionFromReason } from '../errors/rejections/rejectionFromReason.ts'
import type { TransactionRejectedError } from '../errors/rejections/TransactionRejectedError.ts'
import { UnexpectedAnswerError } from '../errors/UnexpectedAnswerError.ts'
import { hash } from '../http/answerFields.ts'
import { parseAnswer } from '../http/parseAnswer.ts'
import { getTransaction } from './getTransaction.ts'
import { parseTxid } from './parseTxid.ts'

const path = '/v2/transactions'
const route = `POST ${path}`

const accepted = z
  .string()
  .transform((txid) => `0x${txid.replace(/^0x/, '')}`)
  .pipe(hash)
const rejected = z.object({ error: z.string(), reason: z.string(), reason_data: z.unknown().optional() })

/** Sends signed bytes to the node. */
export async function broadcast(
  context: ClientContext,
  o: { txid: string; bytes: string },
): Promise<{ txid: string }> {
  const txid = parseTxid(o.txid)
  refuseOtherBytes(txid, o.bytes)
  const rejection = await send(context, { txid, bytes: o.bytes })
  if (rejection === null) return { txid }
  // The nonce may be taken by these very bytes, sent before.
  const mayBeOurs = rejection instanceof BadNonceError || rejection instanceof ConflictingNonceInMempoolError
  if (mayBeOurs && (await isOnChain(context, txid, rejection))) return { txid }
  throw rejection
}

async function send(
  context: ClientContext,
  o: { txid: string; bytes: string },
): Promise<TransactionRejectedError | null> {
  const { txid } = o
  try {
    const response = await context.fetch(`${context.apiUrl}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ tx: o.bytes }),
    })
    const text = await response.text()
    if (response.ok) {
      const answered = parseAnswer({ route, text, schema: accepted })
      if (answered === txid) return null
      throw new AmbiguousBroadcastError({ txid, problem: `the node answered with another txid, ${answered}` })
    }
    const { reason, reason_data: reasonData } = parseAnswer({ route, text, schema: rejected })
    return rejectionFromReason({ reason, rejection: { txid, reasonData } })
  } catch (cause) {
    if (cause instanceof NodeUnreachableError || cause instanceof UnexpectedAnswerError) {
      throw new AmbiguousBroadcastError({ txid, problem: cause.shortMessage.replace(/\.$/, ''), cause })
    }
    throw cause
  }
}

async function isOnChain(
  context: ClientContext,
  txid: string,
  rejection: TransactionRejectedError,
): Promise<boolean> {
  try {
    const transaction = await getTransaction(context, { txid })
    return transaction !== null && !transaction.status.startsWith('dropped_')
  } catch (error) {
    if (!(error instanceof BaseError)) throw error
    throw new AmbiguousBroadcastError({
      txid,
      problem: `the node refused with ${rejection.reason}, and whether it has the transaction already could not be asked`,
      cause: error,
    })
  }
}

/** The txid is what makes sending again safe, so it must be that of the bytes. */
function refuseOtherBytes(txid: string, bytes: string): void {
  const isHex = /^([0-9a-f]{2})+$/i.test(bytes)
  if (isHex && `0x${txidFromBytes(Buffer.from(bytes, 'hex'))}` === txid) return
  throw new InvalidArgumentError({
    argument: 'bytes',
    problem: `bytes are not those of the transaction ${txid}.`,
  })
}
