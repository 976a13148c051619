import { z } from 'zod'
import type { ExecutionCost } from './ExecutionCost.ts'

const costSchema = z.object({
  total: z.object({
    read_count: z.number(),
    read_length: z.number(),
    runtime: z.number(),
    write_count: z.number(),
    write_length: z.number(),
  }),
})

/** Reads the VM's cost report; a transfer has none and costs nothing. */
export function parseCost(costs: string): ExecutionCost {
  const report: unknown = JSON.parse(costs)
  return report === null ? zeroCost : costSchema.parse(report).total
}

export const zeroCost: ExecutionCost = {
  read_count: 0,
  read_length: 0,
  runtime: 0,
  write_count: 0,
  write_length: 0,
}
