import type { Deps } from '../Deps.ts'

/**
 * Tells the directory which links there are now. Each process does it again and again: others link and unlink too.
 *
 * @example
 * await refreshDirectory(deps)
 */
export async function refreshDirectory(deps: Pick<Deps, 'directory' | 'store'>): Promise<void> {
  deps.directory.setLinks(await deps.store.listLinks({}))
}
