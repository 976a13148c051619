import { randomUUID } from 'node:crypto'
import {
  type Answer,
  answerClick,
  answerCommand,
  type Deps,
  describeError,
  type Message,
  parseCommand,
} from '@medikey/core'
import { BaseError } from '@medikey/errors'
import { terminalAccount } from '../terminal/terminalAccount.ts'
import { resolveMentions } from './resolveMentions.ts'
import { toFormMessage } from './toFormMessage.ts'

/** The one button that no subcommand stands for. */
const CONFIRM = /^confirm\s+(\S+)$/i

/**
 * Answers what somebody of the demo says, as a chat would: a refusal is an answer too.
 *
 * @param options.text what would follow `/medikey`, or `confirm <request>` for a click on that button
 * @returns the answer, and what is to read of it
 */
export async function answerPersona(
  deps: Deps,
  options: { persona: string; text: string },
): Promise<{ answer: Answer; message: Message }> {
  const { persona } = options
  const said = { account: terminalAccount(persona), delivery: `say:${randomUUID()}` }
  const text = options.text.trim().replace(/^\/medikey\b\s*/i, '')
  try {
    const requestId = CONFIRM.exec(text)?.[1]
    const command = requestId === undefined ? parseCommand(text) : { name: 'confirm', values: {} }
    const answer =
      requestId === undefined
        ? await answerCommand(deps, { ...said, command: resolveMentions(command) })
        : await answerClick(deps, { ...said, kind: 'confirm', id: requestId, clicked: 'command' })
    return 'message' in answer
      ? { answer, message: answer.message }
      : { answer, message: toFormMessage({ who: persona, form: answer.form, command }) }
  } catch (error) {
    if (!(error instanceof BaseError)) throw error
    const message = describeError(error)
    return { answer: { message }, message }
  }
}
