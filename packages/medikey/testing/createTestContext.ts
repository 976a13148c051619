import { Readable, Writable } from 'node:stream'
import type { CommandContext } from '../src/commands/CommandContext.ts'

/** A command's surroundings, with what it wrote and the exit code it chose. */
export type TestContext = {
  readonly context: CommandContext
  stdout(): string
  stderr(): string
  exitCode(): number | null
}

/** Makes the surroundings of a command that runs in the test's own process, with nothing of the machine's settings. */
export function createTestContext(options: {
  cwd: string
  env?: Readonly<Record<string, string>>
  /** What is piped into the command. */
  input?: string
}): TestContext {
  const { cwd, env = {}, input = '' } = options
  const written = { stdout: '', stderr: '' }
  let exitCode: number | null = null
  const open = (name: keyof typeof written) =>
    new Writable({
      write(chunk, _, done) {
        written[name] += String(chunk)
        done()
      },
    })
  return {
    context: {
      env,
      cwd,
      stdin: Readable.from([input]),
      stdout: open('stdout'),
      stderr: open('stderr'),
      onDefect() {},
      setExitCode(code) {
        exitCode = code
      },
      exit(code) {
        exitCode = code
      },
    },
    stdout: () => written.stdout,
    stderr: () => written.stderr,
    exitCode: () => exitCode,
  }
}
