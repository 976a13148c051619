import password from '@inquirer/password'
import { BaseError } from '@medikey/errors'
import { createSecret, type Secret } from '@medikey/runtime'
import type { CommandContext } from '../commands/CommandContext.ts'

/**
 * Asks a person at a terminal for a secret, without showing what they type. The question goes to stderr: stdout holds
 * results.
 *
 * @param options.judge throws a BaseError for what is no answer: its sentence is shown, and the question asked again
 * @throws BaseError PROMPT_CANCELLED when they interrupt it
 */
export async function askSecret(
  context: Pick<CommandContext, 'stdin' | 'stderr'>,
  options: { message: string; judge?: (secret: Secret) => unknown },
): Promise<Secret> {
  const { message, judge = () => {} } = options
  for (;;) {
    const secret = await ask(context, message)
    try {
      await judge(secret)
      return secret
    } catch (error) {
      if (!(error instanceof BaseError)) throw error
      context.stderr.write(`${error.userMessage}\n`)
    }
  }
}

// The prompt's own validation would keep the refused answer in its line, where nobody sees it.
async function ask(context: Pick<CommandContext, 'stdin' | 'stderr'>, message: string): Promise<Secret> {
  const { stdin, stderr } = context
  try {
    const answer = await password(
      { message, toggleMask: false },
      // Inquirer writes to a mutable stream only; what it prints never holds the answer.
      { input: stdin as NodeJS.ReadableStream, output: stderr },
    )
    return createSecret(answer)
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ExitPromptError') throw error
    throw new BaseError({ code: 'PROMPT_CANCELLED', shortMessage: 'Cancelled: nothing was changed.' })
  }
}
