import input from '@inquirer/input'
import { BaseError } from '@medikey/errors'
import type { CommandContext } from '../commands/CommandContext.ts'

const cancelled = () =>
  new BaseError({ code: 'PROMPT_CANCELLED', shortMessage: 'Cancelled: nothing was signed.' })

/**
 * Goes on only when somebody at the terminal says yes, or has said so with `--yes`.
 *
 * @throws BaseError SIGNING_NOT_CONFIRMED or PROMPT_CANCELLED
 */
export async function confirmSigning(
  context: Pick<CommandContext, 'stdin' | 'stderr'>,
  options: { confirmed: boolean },
): Promise<void> {
  if (options.confirmed) return
  const { stdin, stderr } = context
  if (!stdin.isTTY) {
    throw new BaseError({
      code: 'SIGNING_NOT_CONFIRMED',
      shortMessage:
        'Nothing was signed: run this at a terminal, or say --yes once you have read what it proves.',
    })
  }
  const answer = await ask(stdin, stderr)
  if (answer.trim().toLowerCase() !== 'yes') throw cancelled()
}

async function ask(stdin: CommandContext['stdin'], stderr: CommandContext['stderr']): Promise<string> {
  try {
    return await input(
      { message: 'Type yes to sign:' },
      { input: stdin as NodeJS.ReadableStream, output: stderr },
    )
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ExitPromptError') throw error
    throw cancelled()
  }
}
