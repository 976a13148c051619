import { BaseError } from '@medikey/errors'
import { CommanderError } from 'commander'
import type { CliContext } from './CliContext.ts'
import { createCommand } from './createCommand.ts'

/** Runs the `local-chain` command. A failure is one sentence on stderr that says what to do, and exit code 1. */
export async function runMain(context: CliContext & { args: readonly string[] }): Promise<void> {
  const { args, stderr, exit, setExitCode } = context
  try {
    await createCommand(context).parseAsync(args, { from: 'user' })
  } catch (error) {
    // Commander has already said what is wrong, or shown the help that was asked for.
    if (error instanceof CommanderError) setExitCode(error.exitCode)
    else stderr.write(`local-chain: ${describeFailure(error, context)}\n`, () => exit(1))
  }
}

function describeFailure(error: unknown, { wantsDetails }: Pick<CliContext, 'wantsDetails'>): string {
  if (error instanceof BaseError) return error.userMessage
  const { message, stack = message } = error instanceof Error ? error : new Error(String(error))
  if (wantsDetails) return stack
  return `Something unforeseen went wrong: ${message} Run it again with LOG_LEVEL=debug for details.`
}
