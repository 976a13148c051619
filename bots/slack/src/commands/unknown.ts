import { describeHelp } from '@medikey/core'
import { readTypedText } from '../payloads/readTypedText.ts'
import type { CommandHandler } from './CommandHandler.ts'

/** A word that is no subcommand: says so, and what there is. */
export const unknown: CommandHandler<'unknown'> = async ({ deps }, { inbound, command }) => {
  const message = await describeHelp(deps, { account: inbound.account })
  const notice = ['There is no ', { code: `/medikey ${readTypedText(command.word)}` }, '.']
  return { ...message, tone: 'bad', paragraphs: [notice, ...message.paragraphs] }
}
