import type { Cost } from './Cost.ts'

/**
 * What all calls of one mainnet block may cost together in epoch 3.4: `BLOCK_LIMIT_MAINNET_21` in
 * stacks-core, stackslib/src/core/mod.rs. Epoch 4.0 doubles what may be read.
 */
export const BLOCK_LIMIT: Cost = {
  runtime: 5_000_000_000,
  read_count: 15_000,
  read_length: 100_000_000,
  write_count: 15_000,
  write_length: 15_000_000,
}
