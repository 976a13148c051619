import type { Person } from './Person.ts'
import type { KnownRecord } from './World.ts'

/** A grant or revoke on its way: waiting for the CMO, or for the chain. */
export type OpenRequest = {
  readonly requestId: string
  readonly kind: 'grant' | 'revoke'
  readonly record: KnownRecord
  readonly staff: Person
  readonly limit: number
  readonly decidedAt: Date | null
  readonly isDenied: boolean
  isDecided: boolean
}

/** What is on its way. */
export type Office = { readonly open: OpenRequest[] }
