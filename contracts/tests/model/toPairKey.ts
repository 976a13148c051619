/** The key of a record and a staff member; as text, because a map compares objects by identity. */
export function toPairKey({ recordId, medicalStaff }: Pair): string {
  return `${recordId} ${medicalStaff}`
}

export type Pair = { readonly recordId: bigint; readonly medicalStaff: string }
