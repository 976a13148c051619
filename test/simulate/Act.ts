import type { ContractCall } from '@medikey/contract-client'
import type { Person } from './Person.ts'
import type { KnownRecord } from './World.ts'

/** Something that somebody does, or that befalls the clinic, at its time. */
export type Act = { readonly at: Date } & (
  | {
      /** A draw from somebody's own wallet. */
      readonly kind: 'draw'
      readonly person: Person
      readonly record: KnownRecord
      /** Or everything that is left of the record. */
      readonly volume: number | 'rest'
    }
  | {
      /** A call past MediKey. */
      readonly kind: 'bypass'
      readonly person: Person
      readonly call: ContractCall
    }
  | {
      readonly kind: 'grant'
      readonly record: KnownRecord
      readonly staff: Person
      readonly limit: number
      readonly duration: string | null
      /** When the CMO decides; null: nobody ever does. */
      readonly decidedAt: Date | null
      readonly isDenied: boolean
    }
  | {
      readonly kind: 'revoke'
      readonly record: KnownRecord
      readonly staff: Person
      readonly decidedAt: Date
    }
  | { readonly kind: 'archive'; readonly record: KnownRecord }
  | { readonly kind: 'maintenance'; readonly isOn: boolean }
  | { readonly kind: 'outage'; readonly until: Date }
  | { readonly kind: 'hang'; readonly until: Date }
  | { readonly kind: 'reorg'; readonly blocks: number }
)
