import { type ChainTransaction, ContractError } from '@medikey/contract-client'
import { createMessage, describePrivilege } from '@medikey/core'
import { terminalAccount } from '../../terminal/terminalAccount.ts'
import { getPersona } from '../getPersona.ts'
import { sendCall } from '../sendCall.ts'
import type { Stage } from './Stage.ts'
import { script } from './script.ts'
import { waitUntil } from './waitUntil.ts'

const POLL_MS = 100
const nadia = getPersona('nadia')

/**
 * The nurse draws within her allowance, then more than is left of it: the contract counts the first draw and refuses the
 * second. She signs both herself, past MediKey, as a clinic's own software would.
 */
export async function drawAsNurse(stage: Stage): Promise<void> {
  const { client, terminal } = stage
  const pair = { recordId: script.recordId, medicalStaff: nadia.principal }
  await waitForPendingDraws(stage)

  if ((await client.getStaffUsage(pair)) === 0n) {
    showDraw(stage, script.firstDraw)
    await drawAndWait(stage, script.firstDraw)
  }
  terminal.showAnswer({
    who: nadia.name,
    message: await describePrivilege(stage.deps, {
      account: terminalAccount(nadia.handle),
      record: script.recordId.toString(),
      staff: nadia.principal,
    }),
  })

  showDraw(stage, script.secondDraw)
  const refused = (await findRefusedDraw(stage)) ?? (await drawAndWait(stage, script.secondDraw))
  terminal.showAnswer({ who: nadia.name, message: describeRefusal(refused) })
}

function showDraw({ terminal }: Stage, volume: bigint): void {
  terminal.showDeed({
    who: nadia.name,
    text: `draws ${volume} from record ${script.recordId}, in a transaction of her own: access-medical-data u${script.recordId} u${volume}`,
  })
}

async function drawAndWait({ client, signal }: Stage, accessVolume: bigint): Promise<ChainTransaction> {
  const { txid } = await sendCall(client, {
    persona: nadia,
    call: { functionName: 'accessMedicalData', recordId: script.recordId, accessVolume },
  })
  return client.waitForTransaction({ txid, signal, pollIntervalMs: POLL_MS })
}

/** A draw that was sent before a crash counts, so it has to be mined before usage says what is left to do. */
async function waitForPendingDraws(stage: Stage): Promise<void> {
  await waitUntil(stage, {
    what: `the transactions of ${nadia.name} to be mined`,
    async look() {
      const { pendingNonces } = await stage.client.getNonces({ principal: nadia.principal })
      return pendingNonces.length === 0 ? true : null
    },
  })
}

/** The second draw, when the story had come that far before. */
async function findRefusedDraw({ client }: Stage): Promise<ChainTransaction | null> {
  const { lastConfirmedNonce } = await client.getNonces({ principal: nadia.principal })
  if (lastConfirmedNonce === null) return null
  const last = await client.getTransactionAtNonce({ principal: nadia.principal, nonce: lastConfirmedNonce })
  return last?.status === 'abort_by_response' ? last : null
}

function describeRefusal({ contractError, status, txid }: ChainTransaction) {
  const why =
    contractError instanceof ContractError
      ? `(err u${contractError.contractCode}), ${contractError.code}. ${contractError.userMessage}`
      : `${status}.`
  return createMessage({
    tone: 'bad',
    paragraphs: [[{ bold: 'Refused by the contract' }, `: ${why}`]],
    footer: [['Nothing was drawn; the transaction stands on chain as refused: ', { code: txid }]],
  })
}
