import type { Journal } from './Journal.ts'

/** The journal of a chain without a data directory: it ends with its process and writes nothing. */
export function createMemoryJournal(): Journal {
  return { append: () => undefined, restart: () => undefined, close: () => undefined }
}
