/** What a privilege and its usage are found by. */
export function pairKey(pair: { recordId: bigint; medicalStaff: string }): string {
  return `${pair.recordId}/${pair.medicalStaff}`
}
