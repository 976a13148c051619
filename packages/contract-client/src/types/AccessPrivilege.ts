/** What a staff member may draw from a record under the present grant. */
export type AccessPrivilege = {
  readonly canAccess: boolean
  /** The bound on the sum of all draws under this grant. */
  readonly accessLimit: bigint
}
