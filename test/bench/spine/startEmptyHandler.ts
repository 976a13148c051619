import { fileURLToPath } from 'node:url'
import { baseEnvironment } from '../../harness/baseEnvironment.ts'
import type { Cleanup } from '../../harness/createCleanup.ts'
import { createTempDir } from '../../harness/createTempDir.ts'
import { startProcess } from '../../harness/startProcess.ts'

/**
 * Starts the empty handler in a process of its own.
 *
 * @returns where Slack's requests go
 */
export async function startEmptyHandler(options: {
  signingSecret: string
  cleanup: Cleanup
}): Promise<string> {
  const { signingSecret, cleanup } = options
  const directory = createTempDir({ cleanup })
  const running = startProcess({
    script: fileURLToPath(new URL('emptyHandler.ts', import.meta.url)),
    args: [],
    env: { ...baseEnvironment({ home: directory }), SLACK_SIGNING_SECRET: signingSecret },
    cwd: directory,
  })
  cleanup.add(async () => {
    running.kill('SIGKILL')
    await running.exited
  })
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  running.onLine((line) => {
    if (line.startsWith('http://')) resolve(line)
  })
  void running.exited.then(({ code }) => reject(new Error(`It ended with ${code}: ${running.stderr()}`)))
  return promise
}
