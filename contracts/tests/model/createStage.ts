import type { Vault } from '../simnet/createVault.ts'
import type { Cast } from './Cast.ts'
import { emptyState } from './emptyState.ts'
import type { Stage } from './Stage.ts'

/** Sets the stage for a vault just deployed. */
export function createStage(vault: Vault, cast: Cast): Stage {
  return {
    vault,
    cast,
    predicted: emptyState,
    observed: emptyState,
    replayed: emptyState,
    drawn: new Map(),
    history: [],
  }
}
