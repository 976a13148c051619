import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NAME = 'Clarinet.toml'
const OWN = fileURLToPath(new URL(`../../../../${NAME}`, import.meta.url))

/**
 * The Clarinet project that a chain is started for: the nearest `Clarinet.toml` from the working directory upwards, else
 * MediKey's own.
 */
export function findManifest(options: { cwd: string }): string {
  let directory = options.cwd
  for (;;) {
    const path = join(directory, NAME)
    if (existsSync(path)) return path
    const parent = dirname(directory)
    if (parent === directory) return OWN
    directory = parent
  }
}
