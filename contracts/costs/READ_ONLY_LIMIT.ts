import type { Cost } from './Cost.ts'

/**
 * What one read-only call to a node may cost where its operator changes nothing: `read_only_call_limit` in
 * stacks-core, stackslib/src/net/connection.rs. Older nodes allow 30 reads.
 */
export const READ_ONLY_LIMIT: Cost = {
  runtime: 1_000_000_000,
  read_count: 100,
  read_length: 200_000,
  write_count: 0,
  write_length: 0,
}
