import { fileURLToPath } from 'node:url'
import { baseEnvironment } from '../../harness/baseEnvironment.ts'
import type { Cleanup } from '../../harness/createCleanup.ts'
import { createTempDir } from '../../harness/createTempDir.ts'
import { startProcess } from '../../harness/startProcess.ts'

/**
 * Starts one of the apps of this folder in a process of its own, and waits until it is ready.
 *
 * @throws Error with what it wrote, when it ends instead
 */
export async function startApp(options: {
  script: URL
  env: Readonly<Record<string, string>>
  cleanup: Cleanup
}): Promise<void> {
  const { script, env, cleanup } = options
  const directory = createTempDir({ cleanup })
  const running = startProcess({
    script: fileURLToPath(script),
    args: [],
    env: { ...baseEnvironment({ home: directory }), ...env },
    cwd: directory,
  })
  cleanup.add(async () => {
    running.kill('SIGKILL')
    await running.exited
  })
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  running.onLine((line) => {
    if (line === 'ready') resolve()
  })
  void running.exited.then(({ code }) => reject(new Error(`It ended with ${code}: ${running.stderr()}`)))
  return promise
}
