/** ISO 8601 of a Unix time in seconds. */
export function toIso(seconds: number): string {
  return new Date(seconds * 1000).toISOString()
}
