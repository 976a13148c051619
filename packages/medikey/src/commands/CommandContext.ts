import type { Readable, Writable } from 'node:stream'

/**
 * What a command is given of the process it runs in. `main` fills it in; nothing else reads `process`. A command that
 * fails throws a BaseError, whose `userMessage` `main` prints on stderr before it exits with 1.
 *
 * @example
 * program.addCommand(createCheckCommand(context))
 */
export type CommandContext = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly stdin: Readable & { readonly isTTY?: boolean }
  /** What was asked for: results, the story, JSON. */
  readonly stdout: Writable & { readonly isTTY?: boolean }
  /** Progress, warnings and errors. */
  readonly stderr: Writable & { readonly isTTY?: boolean }
  /** The exit code for when the command has nothing left to do. */
  readonly setExitCode: (code: number) => void
  /** Ends the process: for commands that run until they are stopped. */
  readonly exit: (code: number) => void
  /** Calls back with what nobody caught, instead of ending the process with a trace of it on stderr. */
  readonly onDefect: (listener: (error: unknown) => void) => void
}
