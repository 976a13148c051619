import type { ReplyAddress } from '../payloads/Inbound.ts'
import type { SubmissionInbound } from '../payloads/submissionSchema.ts'
import { readFormMetadata } from './readFormMetadata.ts'

/** Where to answer who submitted a form: where they were when they opened it. */
export function toFormReply(inbound: SubmissionInbound): ReplyAddress {
  const { responseUrl, channel, isHome } = readFormMetadata(inbound.privateMetadata)
  return { ...inbound.reply, responseUrl, channel, home: isHome ? inbound.account : null }
}
