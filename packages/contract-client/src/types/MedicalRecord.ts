/** A record's terms as they stand on chain. Never its content. */
export type MedicalRecord = {
  readonly recordId: bigint
  /** The principal who answers for the record. */
  readonly physician: string
  readonly recordCategory: string
  readonly dataVolume: bigint
  /** How much of `dataVolume` has been drawn by everybody together. */
  readonly accessedVolume: bigint
  /** The height of the block that created it. */
  readonly createdAt: bigint
  /** False once archived, for good. */
  readonly activeRecord: boolean
}
