import type { ChainIndex } from './ChainIndex.ts'

/** Makes the index of a chain without blocks. */
export function createChainIndex(): ChainIndex {
  return {
    blocks: [],
    blocksByHash: new Map(),
    mined: new Map(),
    minedInOrder: [],
    dropped: new Map(),
    logs: new Map(),
    byPrincipal: new Map(),
    contracts: new Map(),
    accounts: new Map(),
  }
}
