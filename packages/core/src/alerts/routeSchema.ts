import { z } from 'zod'
import type { RuleName } from '../model/RuleName.ts'
import type { MonitorName } from '../monitors/MonitorName.ts'
import { rules } from './rules.ts'
import { severitySchema } from './severitySchema.ts'

const ruleNames = Object.keys(rules) as [RuleName, ...RuleName[]]
const monitorNames = [...new Set(Object.values(rules).map(({ monitor }) => monitor))] as [
  MonitorName,
  ...MonitorName[],
]
const some = <T extends z.ZodType>(value: T) =>
  z.array(value).min(1, { error: 'must name at least one' }).optional()

/** Where alerts of some kind are told. What is left out fits every alert; `to: []` tells nobody. */
export const routeSchema = z.strictObject({
  severity: some(severitySchema),
  rule: some(z.enum(ruleNames, { error: 'must be the name of a rule, as an alert shows it' })),
  monitor: some(z.enum(monitorNames, { error: `must be one of ${monitorNames.join(', ')}` })),
  to: z.array(
    z.enum(['slack', 'discord', 'terminal', 'webhook'], {
      error: 'must be slack, discord, webhook or, in the demo, terminal',
    }),
  ),
})
