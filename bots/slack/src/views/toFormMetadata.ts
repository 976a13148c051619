import { limits } from '../blocks/limits.ts'
import type { ReplyAddress } from '../payloads/Inbound.ts'
import type { FormMetadata } from './formMetadataSchema.ts'

/** Writes a form's memory. Where it would not fit it forgets the response address: there are other ways to answer. */
export function toFormMetadata(
  options: { reply: ReplyAddress } & Pick<FormMetadata, 'subjectId' | 'clicked'>,
): string {
  const { reply, ...rest } = options
  const memory = {
    responseUrl: reply.responseUrl,
    channel: reply.channel,
    isHome: reply.home !== null,
    ...rest,
  }
  const whole = JSON.stringify(memory)
  return whole.length <= limits.privateMetadata ? whole : JSON.stringify({ ...memory, responseUrl: null })
}
