import type { Mutant } from './Mutant.ts'

/** What became of a mutant. */
export type Verdict = {
  readonly mutant: Mutant
  readonly fate: 'invalid' | 'killed' | 'equivalent' | 'survived'
  /** The test that failed on it, or what the VM said when it refused to deploy it; null where it lives. */
  readonly by: string | null
}
