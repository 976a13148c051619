import type { Persona } from './Persona.ts'

/** A record of the demo; its id is its place in the plan, counted from 1. */
export type SeedRecord = {
  readonly physician: Persona['handle']
  /** Public on chain: says what kind of data it is, never whose. */
  readonly recordCategory: string
  readonly dataVolume: bigint
  /** What the physician has drawn already, draw by draw. */
  readonly draws: readonly bigint[]
}

/**
 * What a seeded chain holds. There are no grants in it: a grant that nobody approved is what the monitors warn of.
 */
export const seedPlan: readonly SeedRecord[] = [
  {
    physician: 'alice',
    recordCategory: 'Cardiology: echocardiography',
    dataVolume: 20_000n,
    draws: [1_200n, 800n],
  },
  { physician: 'alice', recordCategory: 'Cardiology: long-term ECG', dataVolume: 48_000n, draws: [6_000n] },
  {
    physician: 'ben',
    recordCategory: 'Radiology: chest CT',
    dataVolume: 120_000n,
    draws: [30_000n, 15_000n],
  },
  { physician: 'ben', recordCategory: 'Radiology: MRI', dataVolume: 64_000n, draws: [] },
  {
    physician: 'alice',
    recordCategory: 'Cardiology: catheter laboratory',
    dataVolume: 9_500n,
    draws: [9_100n],
  },
  { physician: 'ben', recordCategory: 'Pathology: biopsy slides', dataVolume: 15_000n, draws: [2_500n] },
]
