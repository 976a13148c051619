import type { Person } from './Person.ts'

/** A record as the people of the simulation know it. */
export type KnownRecord = {
  readonly recordId: bigint
  readonly physician: Person
  readonly volume: number
  drawn: number
  isActive: boolean
}

/** An allowance as the people know it. */
export type KnownPrivilege = {
  readonly record: KnownRecord
  readonly staff: Person
  limit: number
  used: number
  /** Null where it has no end. */
  endsAt: Date | null
}

/** What the people know of their clinic: who may draw what. The contract knows better. */
export type World = {
  readonly people: readonly Person[]
  readonly cmo: Person
  readonly physicians: readonly Person[]
  readonly nurses: readonly Person[]
  readonly records: KnownRecord[]
  /** By record and nurse. */
  readonly privileges: Map<string, KnownPrivilege>
  /** Who plays a part in an incident does nothing else from that day on. */
  readonly reserved: Map<Person, number>
  /** Records that play a part in an incident: nobody archives them, or takes access to them away, in the ordinary course. */
  readonly kept: Set<KnownRecord>
  /** Whether the system is in maintenance. */
  isHalted: boolean
}
