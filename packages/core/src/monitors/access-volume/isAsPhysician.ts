import type { Draw } from './Draw.ts'

/** Whether the record's physician drew: only they do without using up a grant. */
export function isAsPhysician({ value }: Draw): boolean {
  return value.staffUsage === 0n
}
