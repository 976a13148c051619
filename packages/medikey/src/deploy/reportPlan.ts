import type { CommandContext } from '../commands/CommandContext.ts'
import type { DeployPlan } from './DeployPlan.ts'
import { describePlan } from './describePlan.ts'

/** Prints a plan that was asked for, for a person or as JSON with amounts as text. */
export function reportPlan(
  context: Pick<CommandContext, 'stdout'>,
  options: { plan: DeployPlan; json: boolean },
): void {
  const { plan, json } = options
  if (!json) {
    context.stdout.write(describePlan(plan))
    return
  }
  const facts = {
    state: 'planned',
    ...plan,
    chiefMedicalOfficer: plan.deployer,
    leaves: plan.balance - plan.fee,
  }
  const text = JSON.stringify(facts, (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  )
  context.stdout.write(`${text}\n`)
}
