import input from '@inquirer/input'
import { BaseError } from '@medikey/errors'
import type { CommandContext } from '../commands/CommandContext.ts'

const cancelled = () =>
  new BaseError({ code: 'PROMPT_CANCELLED', shortMessage: 'Cancelled: nothing was dropped.' })

/**
 * Goes on only when somebody at the terminal says yes, or has said so with `--yes`.
 *
 * @throws BaseError REBUILD_NOT_CONFIRMED or PROMPT_CANCELLED
 */
export async function confirmRebuild(
  { stdin, stderr }: Pick<CommandContext, 'stdin' | 'stderr'>,
  options: { confirmed: boolean },
): Promise<void> {
  if (options.confirmed) return
  if (!stdin.isTTY) {
    throw new BaseError({
      code: 'REBUILD_NOT_CONFIRMED',
      shortMessage: 'Nothing was dropped: run this at a terminal, or say --yes.',
    })
  }
  const answer = await input(
    { message: 'Type yes to build it again:' },
    { input: stdin as NodeJS.ReadableStream, output: stderr },
  ).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'ExitPromptError') throw cancelled()
    throw error
  })
  if (answer.trim().toLowerCase() !== 'yes') throw cancelled()
}
