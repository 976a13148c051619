import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/**
 * Runs a script in a process of its own, without a build, until it prints its first line; the caller ends it.
 *
 * @returns the line, and `kill`, which ends the process without a chance to tidy up
 */
export async function runInProcess(options: {
  script: string
  args: readonly string[]
}): Promise<{ line: string; kill(): Promise<void> }> {
  const child = spawn(
    process.execPath,
    ['--input-type=module-typescript', '-e', options.script, ...options.args],
    {
      cwd: import.meta.dirname,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const [line] = await once(createInterface(child.stdout), 'line')
  return {
    line: String(line),
    async kill() {
      const exited = once(child, 'exit')
      child.kill('SIGKILL')
      await exited
    },
  }
}
