/** The row with the patch over it; a field that is undefined in the patch stays as it was. */
export function patchRow<T extends object>(row: T, patch: Partial<T>): T {
  const changes = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
  return structuredClone({ ...row, ...changes })
}
