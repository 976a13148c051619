import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Makes the data directory ready: it exists for its owner only, and holds the token of the control routes.
 *
 * @param dataDir Null for a chain that ends with the process; its token does too.
 */
export async function prepareDataDir({
  dataDir,
}: {
  dataDir: string | null
}): Promise<{ token: string; release: () => Promise<void> }> {
  const fresh = randomBytes(24).toString('base64url')
  if (dataDir === null) return { token: fresh, release: async () => undefined }
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  return { token: await keepToken(join(dataDir, 'token'), fresh), release: async () => undefined }
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
