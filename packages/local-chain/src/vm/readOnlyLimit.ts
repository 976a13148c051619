import type { ExecutionCost } from './ExecutionCost.ts'

/** What a node lets a read-only call cost (stacks-core, `read_only_call_limit`), so that what works here works there. */
export const readOnlyLimit: ExecutionCost = {
  read_count: 100,
  read_length: 200_000,
  runtime: 1_000_000_000,
  write_count: 0,
  write_length: 0,
}
