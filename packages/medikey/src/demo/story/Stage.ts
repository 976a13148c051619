import type { ContractClient } from '@medikey/contract-client'
import type { Deps } from '@medikey/core'
import type { Terminal } from '../../terminal/Terminal.ts'

/** What the story is played with. */
export type Stage = {
  readonly deps: Deps
  readonly client: ContractClient
  readonly terminal: Terminal
  readonly signal: AbortSignal
  /** How long anything may take that the story waits for, in milliseconds. */
  readonly timeoutMs: number
}
