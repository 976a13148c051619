import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createDataDir, lockDataDir } from '@medikey/runtime'

/**
 * Makes the data directory ready: it exists for its owner only, belongs to this chain alone until it is
 * released, and holds the token of the control routes.
 *
 * @param dataDir Null for a chain that ends with the process; its token does too.
 * @throws DataDirectoryLockedError when another chain has it; it names the holder.
 * @throws DataDirectoryError when it cannot be used.
 */
export async function prepareDataDir({
  dataDir,
}: {
  dataDir: string | null
}): Promise<{ token: string; release: () => void }> {
  const token = randomBytes(24).toString('base64url')
  if (dataDir === null) return { token, release: () => undefined }
  createDataDir(dataDir)
  const { release } = await lockDataDir({ dataDir, name: 'chain' })
  try {
    return { token: await keepToken(join(dataDir, 'token'), token), release }
  } catch (error) {
    release()
    throw error
  }
}

async function keepToken(path: string, fresh: string): Promise<string> {
  try {
    await writeFile(path, fresh, { mode: 0o600, flag: 'wx' })
    return fresh
  } catch {
    const kept = (await readFile(path, 'utf8')).trim()
    if (kept.length >= 16) return kept
    await writeFile(path, fresh, { mode: 0o600 })
    return fresh
  }
}
