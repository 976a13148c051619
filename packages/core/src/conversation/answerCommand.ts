import type { Deps } from '../Deps.ts'
import { createMessage } from '../messages/createMessage.ts'
import type { Account } from '../model/Account.ts'
import type { Answer } from './Answer.ts'
import type { Command } from './Command.ts'
import { subcommands } from './subcommands.ts'

/**
 * Answers a command, the same on every platform. A form comes at once and before any look-up: a platform's trigger may
 * live for three seconds only.
 *
 * @param options.delivery unique key of the inbound delivery: the same one twice has one effect
 * @throws IdentityError, RefusalError, InvalidInputError or a ContractError: nothing was changed
 * @example
 * const answer = await answerCommand(deps, { account, delivery, command: parseCommand('record 7') })
 */
export async function answerCommand(
  deps: Deps,
  options: { account: Account; delivery: string; command: Command },
): Promise<Answer> {
  const { account, delivery, command } = options
  const subcommand = subcommands.find(({ name }) => name === command.name)
  if (subcommand !== undefined) return subcommand.run(deps, { account, delivery, values: command.values })
  return {
    message: createMessage({
      tone: 'bad',
      paragraphs: [
        [
          'There is no ',
          { code: `/medikey ${command.name}` },
          '. ',
          { code: '/medikey help' },
          ' lists what there is.',
        ],
      ],
    }),
  }
}
