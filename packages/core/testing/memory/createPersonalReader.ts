import type { StoreReader } from '../../src/ports/Store.ts'
import type { MemoryState } from './MemoryState.ts'

const NEVER = Number.POSITIVE_INFINITY

/** Reads of what concerns one person. */
export function createPersonalReader(
  view: () => MemoryState,
): Pick<StoreReader, 'listActiveGrants' | 'suggestRecords' | 'suggestCategories'> {
  return {
    listActiveGrants: async ({ principal, limit }) =>
      [...view().grants.values()]
        .filter(
          ({ status, medicalStaff, physician }) =>
            status === 'active' && (medicalStaff === principal || physician === principal),
        )
        .sort(
          (a, b) =>
            (a.endsAt?.getTime() ?? NEVER) - (b.endsAt?.getTime() ?? NEVER) ||
            b.startsAt.getTime() - a.startsAt.getTime() ||
            (a.requestId < b.requestId ? -1 : 1),
        )
        .slice(0, limit),

    async suggestRecords({ principal, typed, limit }) {
      const { records, privileges } = view()
      const isOwn = (physician: string) => Number(physician === principal)
      const mayDraw = (recordId: bigint) => Number(privileges.has(`${recordId}/${principal}`))
      return [...records.values()]
        .filter(
          ({ recordId, recordCategory }) =>
            recordId.toString().startsWith(typed) ||
            recordCategory.toLowerCase().includes(typed.toLowerCase()),
        )
        .sort(
          (a, b) =>
            isOwn(b.physician) - isOwn(a.physician) ||
            mayDraw(b.recordId) - mayDraw(a.recordId) ||
            (a.recordId > b.recordId ? -1 : 1),
        )
        .slice(0, limit)
    },

    async suggestCategories({ principal, typed, limit }) {
      const uses = new Map<string, { own: boolean; count: number }>()
      for (const { recordCategory, physician } of view().records.values()) {
        const use = uses.get(recordCategory) ?? { own: false, count: 0 }
        uses.set(recordCategory, { own: use.own || physician === principal, count: use.count + 1 })
      }
      return [...uses]
        .filter(([category]) => category.toLowerCase().includes(typed.toLowerCase()) && category !== '')
        .sort(
          ([a, left], [b, right]) =>
            Number(right.own) - Number(left.own) || right.count - left.count || (a < b ? -1 : 1),
        )
        .slice(0, limit)
        .map(([category]) => category)
    },
  }
}
