import type { DeployPlan } from './DeployPlan.ts'
import { toStx } from './toStx.ts'

/** A plan as a person reads it. */
export function describePlan(plan: DeployPlan): string {
  const { balance, fee } = plan
  const leaves = balance < fee ? 'not enough for the fee' : toStx(balance - fee)
  const rows: readonly (readonly [string, string])[] = [
    ['network', plan.network],
    ['node', plan.apiUrl],
    ['contract', plan.contract],
    ['deployer', plan.deployer],
    ['signs', plan.keyOrigin],
    ['CMO', 'the deployer becomes Chief Medical Officer, for good: nobody can change it'],
    ['source', `medvault, ${plan.sourceBytes} bytes, in Clarity ${plan.clarityVersion}`],
    ['sha256', plan.sourceSha256],
    [
      'nonce',
      `${plan.nonce}${plan.pending === 0 ? '' : ` (${plan.pending} of its transactions still wait)`}`,
    ],
    ['fee', toStx(fee)],
    ['balance', toStx(balance)],
    ['leaves', leaves],
  ]
  const lines = rows.map(([name, value]) => `  ${name.padEnd(9)} ${value}`)
  return ['The deployment:', ...lines, ''].join('\n')
}
