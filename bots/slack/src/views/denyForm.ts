import { decideRequest, InvalidInputError, parseReason } from '@medikey/core'
import type { FormErrors, Listener } from '../listeners/Listener.ts'
import { type SubmissionInbound, submissionSchema } from '../payloads/submissionSchema.ts'
import { readFormMetadata } from './readFormMetadata.ts'
import { toFormReply } from './toFormReply.ts'

/** The reason to deny was given: core decides. */
export const denyForm: Listener<SubmissionInbound> = {
  name: 'denyForm',
  schema: submissionSchema,
  check: (_, inbound) => checkReason(inbound),
  findReply: toFormReply,
  async run({ deps }, { account, delivery, privateMetadata, values }) {
    const { requestId = '', clicked = null } = readFormMetadata(privateMetadata)
    const { message } = await decideRequest(deps, {
      account,
      delivery,
      requestId,
      decision: 'deny',
      reason: values.reason ?? null,
      clicked,
    })
    return message
  },
}

function checkReason({ values }: SubmissionInbound): FormErrors | null {
  try {
    parseReason(values.reason ?? '')
    return null
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    return { reason: error.userMessage }
  }
}
