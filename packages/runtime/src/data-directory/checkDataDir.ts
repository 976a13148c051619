import { accessSync, constants, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DataDirectoryError } from './DataDirectoryError.ts'

/**
 * Looks whether a data directory can be used, or made, without changing anything.
 *
 * @param path Absolute path.
 * @returns Whether it is there already.
 * @throws {DataDirectoryError} where it is no directory, or this user cannot read, write or make it.
 * @example
 * checkDataDir('/var/lib/medikey') // false: the first start will make it
 */
export function checkDataDir(path: string): boolean {
  const nearest = findNearest({ path, from: path })
  if (!nearest.isDirectory) {
    const problem = 'is a file, or lies below one: name a directory in MEDIKEY_DATA_DIR.'
    throw new DataDirectoryError({ path, problem })
  }
  const isThere = nearest.path === path
  try {
    accessSync(
      nearest.path,
      isThere ? constants.R_OK | constants.W_OK | constants.X_OK : constants.W_OK | constants.X_OK,
    )
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    const problem = isThere
      ? `cannot be read and written (${code}): give it to the user that runs MediKey or name another in MEDIKEY_DATA_DIR.`
      : `cannot be made (${code}): make it by hand or name another in MEDIKEY_DATA_DIR.`
    throw new DataDirectoryError({ path, problem, cause })
  }
  return isThere
}

/** The directory itself, else what it would be made in. */
function findNearest(options: { path: string; from: string }): { path: string; isDirectory: boolean } {
  const { path, from } = options
  try {
    return { path: from, isDirectory: statSync(from).isDirectory() }
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return findNearest({ path, from: dirname(from) })
    const problem = `cannot be reached (${code}): make it readable for this user or name another in MEDIKEY_DATA_DIR.`
    throw new DataDirectoryError({ path, problem, cause })
  }
}
