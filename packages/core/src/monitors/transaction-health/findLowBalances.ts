import type { Finding } from '../../model/Finding.ts'
import type { Look, MonitorDeps, Report } from '../Monitor.ts'
import { isTurn } from './isTurn.ts'
import type { TransactionHealthSettings } from './transactionHealthSchema.ts'

const DAY_MS = 86_400_000
/** Whose keys were used within this time may be needed again. */
const ACTIVE_MS = 30 * DAY_MS
/** µSTX. What a call costs is not known before the first one. */
const FIRST_FEE = 3_000n

/**
 * Signers who cannot pay for many more calls. Looked at is who has just signed, whose balance was low before, and in
 * turn, once an hour, everybody who signed within a month or is waited for: a balance also changes without us.
 */
export async function findLowBalances(
  deps: Pick<MonitorDeps, 'store' | 'directory' | 'ledger'>,
  look: Pick<Look, 'since' | 'now'>,
  settings: Pick<TransactionHealthSettings, 'balanceCalls'>,
): Promise<Report> {
  const { since, now } = look
  const held = await deps.store.listHoldingFindings({ rules: ['balance-low'] })
  const waiting = await deps.store.listWaitingRequests({ until: now })
  const justSigned = await deps.store.listSigners({ after: since, until: now })
  const due = new Set([
    ...justSigned,
    ...(await listActive(deps, look)),
    ...held.map(({ cause }) => cause),
    ...waiting
      .filter(({ createdAt }) => since === null || createdAt > since)
      .map(({ physician }) => physician),
    ...waiting
      .map(({ physician }) => physician)
      .filter((physician) => isTurn({ subject: physician, since, now })),
  ])
  const holds: Finding[] = []
  for (const signer of due) {
    const fee = (await deps.store.getSpending(signer))?.highestFee ?? FIRST_FEE
    const needed = fee * BigInt(settings.balanceCalls)
    const balance = await deps.ledger.getBalance({ principal: signer })
    if (balance >= needed) continue
    // Keeps the time at which it was first found low.
    const at = held.find(({ cause }) => cause === signer)?.at ?? now
    holds.push({
      rule: 'balance-low',
      severity: balance < fee ? 'critical' : 'warning',
      kind: 'condition',
      fingerprint: `balance-low:${signer}`,
      cause: signer,
      subject: deps.directory.describe(signer).name,
      summary: `${deps.directory.describe(signer).name} has ${formatStx(balance)} STX left, and a call costs up to ${formatStx(fee)} STX: ${balance < fee ? 'no grant or revoke can be sent' : `less than ${settings.balanceCalls} more can be sent`}. Send some STX to ${signer}.`,
      recordId: null,
      txid: null,
      at,
    })
  }
  const low = new Set(holds.map(({ fingerprint }) => fingerprint))
  const ended = [...due]
    .map((signer) => `balance-low:${signer}`)
    .filter((fingerprint) => !low.has(fingerprint))
  return { holds, ended }
}

/** Those whose turn it is and who signed within a month. */
async function listActive(
  deps: Pick<MonitorDeps, 'store'>,
  { since, now }: Pick<Look, 'since' | 'now'>,
): Promise<string[]> {
  const active: string[] = []
  for (const signer of await deps.store.listAllSigners()) {
    if (!isTurn({ subject: signer, since, now })) continue
    const spending = await deps.store.getSpending(signer)
    if (spending !== null && now.getTime() - spending.signedAt.getTime() < ACTIVE_MS) active.push(signer)
  }
  return active
}

function formatStx(micro: bigint): string {
  const fraction = (micro % 1_000_000n).toString().padStart(6, '0').replace(/0+$/, '')
  return `${micro / 1_000_000n}${fraction === '' ? '' : `.${fraction}`}`
}
