import password from '@inquirer/password'
import { BaseError } from '@medikey/errors'
import { createSecret, type Secret } from '@medikey/runtime'
import type { CommandContext } from '../commands/CommandContext.ts'

/**
 * Asks a person at a terminal for a secret, without showing what they type. The question goes to stderr: stdout holds
 * results.
 *
 * @throws BaseError PROMPT_CANCELLED when they interrupt it
 */
export async function askSecret(
  context: Pick<CommandContext, 'stdin' | 'stderr'>,
  options: { message: string },
): Promise<Secret> {
  const { stdin, stderr } = context
  try {
    const answer = await password(
      { message: options.message, toggleMask: false },
      // Inquirer writes to a mutable stream only; what it prints never holds the answer.
      { input: stdin as NodeJS.ReadableStream, output: stderr },
    )
    return createSecret(answer)
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ExitPromptError') throw error
    throw new BaseError({ code: 'PROMPT_CANCELLED', shortMessage: 'Cancelled: nothing was changed.' })
  }
}
