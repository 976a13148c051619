import input from '@inquirer/input'
import { BaseError } from '@medikey/errors'
import type { CommandContext } from '../commands/CommandContext.ts'
import { DeployError } from './DeployError.ts'

/**
 * Goes on only when somebody has written out the contract's id: in `--confirm`, or at the terminal.
 *
 * @throws DeployError DEPLOY_NOT_CONFIRMED, or a BaseError when they interrupt the question
 */
export async function confirmDeploy(
  context: Pick<CommandContext, 'stdin' | 'stderr'>,
  options: { contract: string; confirmed: string | null },
): Promise<void> {
  const { contract, confirmed } = options
  const answer = confirmed ?? (await ask(context))
  if (answer.trim() === contract) return
  throw new DeployError({
    code: 'DEPLOY_NOT_CONFIRMED',
    shortMessage: `Nothing was deployed: ${confirmed === null ? 'what was typed' : 'what --confirm names'} is not ${contract}.`,
  })
}

async function ask({ stdin, stderr }: Pick<CommandContext, 'stdin' | 'stderr'>): Promise<string> {
  try {
    return await input(
      { message: 'Type the contract as it stands above to deploy it, for good:' },
      { input: stdin as NodeJS.ReadableStream, output: stderr },
    )
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ExitPromptError') throw error
    throw new BaseError({ code: 'PROMPT_CANCELLED', shortMessage: 'Cancelled: nothing was deployed.' })
  }
}
