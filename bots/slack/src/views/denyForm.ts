import { decideRequest } from '@medikey/core'
import type { Listener } from '../listeners/Listener.ts'
import { type SubmissionInbound, submissionSchema } from '../payloads/submissionSchema.ts'
import { readFormMetadata } from './readFormMetadata.ts'
import { toFormReply } from './toFormReply.ts'

/** The reason to deny was given: core decides. */
export const denyForm: Listener<SubmissionInbound> = {
  name: 'denyForm',
  schema: submissionSchema,
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
