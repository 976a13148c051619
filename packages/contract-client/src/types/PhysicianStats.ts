/** How many records a physician answers for, and the sum of their volumes. */
export type PhysicianStats = {
  readonly recordCount: bigint
  readonly totalDataManaged: bigint
}
