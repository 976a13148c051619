import { RefusalError } from '@medikey/core'
import type { Listener } from '../listeners/Listener.ts'
import { type SubmissionInbound, submissionSchema } from '../payloads/submissionSchema.ts'

/** A form that this version does not know, from before an update. */
export const unknownForm: Listener<SubmissionInbound> = {
  name: 'unknownForm',
  schema: submissionSchema,
  async run() {
    throw new RefusalError({
      code: 'UNKNOWN_FORM',
      message:
        'This form is from another version of MediKey, so nothing was changed. Open it again with /medikey.',
    })
  },
}
