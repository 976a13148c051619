import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { loadSdk } from '../vm/loadSdk.ts'
import { muteConsole } from '../vm/muteConsole.ts'

type Request = { readonly path: string; readonly paths: readonly string[] }

/**
 * Finds where in its file a contract does not compile. A deployment tells what is wrong and not where; the
 * VM tells both when it reads a whole project, which takes seconds and is done for that alone.
 *
 * @returns `path:line:column`, or null where the VM does not tell the same problem.
 */
export async function locateError({
  manifestPath,
  problem,
}: {
  manifestPath: string
  problem: string
}): Promise<string | null> {
  const sdk = loadSdk()
  const unmute = muteConsole()
  const session = new sdk.SDK(answerFiles, new sdk.SDKOptions(false, false, false))
  try {
    await session.initSession(resolve(manifestPath, '..'), resolve(manifestPath), null)
    session.free()
    return null
  } catch (thrown) {
    const text = String(thrown)
    // After anything but a string it stays locked, and its memory goes with the module.
    if (typeof thrown === 'string') session.free()
    return text.includes(problem) ? (/^--> (.+:\d+:\d+)$/m.exec(text)?.[1] ?? null) : null
  } finally {
    unmute()
  }
}

/** What the VM asks of a file system. It may look, and what it writes (a deployment plan) goes nowhere. */
async function answerFiles(action: string, { path, paths }: Request): Promise<unknown> {
  switch (action) {
    case 'vfs/exists':
      return (await readOrNull(path)) !== null
    case 'vfs/readFile':
      return (await readFile(path)).toString('latin1')
    case 'vfs/readFiles':
      return Object.fromEntries(
        await Promise.all(paths.map(async (each) => [each, (await readFile(each)).toString('latin1')])),
      )
    default:
      return undefined
  }
}

async function readOrNull(path: string): Promise<Buffer | null> {
  return readFile(path).catch(() => null)
}
