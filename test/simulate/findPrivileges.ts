import type { Person } from './Person.ts'
import type { KnownPrivilege, World } from './World.ts'

/** What a nurse may draw from at that moment, as far as she knows. */
export function findPrivileges(world: World, options: { staff: Person; at: Date }): KnownPrivilege[] {
  const { staff, at } = options
  return [...world.privileges.values()].filter(
    (privilege) =>
      privilege.staff === staff &&
      privilege.record.isActive &&
      privilege.used < privilege.limit &&
      (privilege.endsAt === null || privilege.endsAt > at),
  )
}
