import { type AccessRequest, parseCommand, parseRequestInput, submitRequest } from '@medikey/core'
import { resolveMentions } from '../../say/resolveMentions.ts'
import { terminalAccount } from '../../terminal/terminalAccount.ts'
import { getPersona } from '../getPersona.ts'
import type { Stage } from './Stage.ts'
import { script } from './script.ts'

/** The physician types a command; it goes the way of every command. */
export async function askForAccess(stage: Stage): Promise<AccessRequest> {
  const { deps, terminal } = stage
  const alice = getPersona('alice')
  terminal.showDeed({ who: alice.name, text: script.command })
  const command = resolveMentions(parseCommand(script.command.replace(/^\/medikey /, '')))
  const { request, message } = await submitRequest(deps, {
    account: terminalAccount(alice.handle),
    delivery: script.deliveries.submit,
    input: parseRequestInput({ ...command.values, kind: 'grant' }, deps.settings),
  })
  terminal.showAnswer({ who: alice.name, message })
  return request
}
