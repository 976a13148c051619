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
    ['deployer', `${plan.deployer}, ${plan.keyOrigin}`],
    ['CMO', `${plan.deployer}, for good: the contract has no way to name another Chief Medical Officer`],
    ['source', `medvault, ${plan.sourceBytes} bytes, sha256 ${plan.sourceSha256}`],
    ['Clarity', String(plan.clarityVersion)],
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
