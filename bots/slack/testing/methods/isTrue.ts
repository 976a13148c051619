/** Reads a boolean argument, which a form carries as text. */
export function isTrue(value: unknown): boolean {
  return value === true || ['true', 'True', '1'].includes(String(value))
}
