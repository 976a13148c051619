import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Puts content in the place of a file at once, and on the disk: whoever looks, or pulls the plug, finds the old file or
 * the new one. Only its owner may read it.
 *
 * @throws what the file system says; the old file then stands as it was
 * @example
 * await replaceFile({ path: '/data/keystore.age', content: encrypted })
 */
export async function replaceFile(options: { path: string; content: string | Uint8Array }): Promise<void> {
  const { path, content } = options
  const draft = `${path}.${randomUUID()}.tmp`
  try {
    await writeThrough(draft, content)
    await rename(draft, path)
    await syncDirectory(dirname(path))
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {})
    throw error
  }
}

async function writeThrough(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}
