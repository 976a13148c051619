import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The nearest `Clarinet.toml` from a directory upwards, or null. */
export function findManifest({ cwd }: { cwd: string }): string | null {
  const path = join(cwd, 'Clarinet.toml')
  if (existsSync(path)) return path
  const parent = dirname(cwd)
  return parent === cwd ? null : findManifest({ cwd: parent })
}
