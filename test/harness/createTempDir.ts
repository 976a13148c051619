import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Cleanup } from './createCleanup.ts'

/** A directory of its own, gone afterwards. Its path is short: a socket has to fit below it. */
export function createTempDir(options: { cleanup: Cleanup }): string {
  const directory = mkdtempSync(join(tmpdir(), 'medikey-'))
  options.cleanup.add(() => rmSync(directory, { recursive: true, force: true, maxRetries: 5 }))
  return directory
}
