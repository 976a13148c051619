import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'

/**
 * Opens the embedded store of a MediKey that does not run, to read it or to let time have passed, and closes it again.
 *
 * @param options.directory its data directory
 * @example
 * await openBooks({ directory }, (books) => books.query('select status from alerts'))
 */
export async function openBooks<T>(
  options: { directory: string },
  work: (books: PGlite) => Promise<T>,
): Promise<T> {
  const books = await PGlite.create(join(options.directory, 'store'))
  try {
    return await work(books)
  } finally {
    await books.close()
  }
}
