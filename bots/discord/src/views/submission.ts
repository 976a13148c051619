import { answerForm, checkForm } from '@medikey/core'
import type { Listener } from '../listeners/Listener.ts'
import { type SubmissionInbound, submissionSchema } from '../payloads/submissionSchema.ts'
import { describeProblems } from './describeProblems.ts'
import { fromFormCustomId } from './formCustomId.ts'

/** A form was filled: what cannot be read is told, since Discord shows nothing at a field; the rest is asked of core. */
export const submission: Listener<SubmissionInbound> = {
  name: 'submission',
  schema: submissionSchema,
  async run({ deps }, { account, delivery, customId, message, values }) {
    const memory = fromFormCustomId(customId)
    const { id, origin, subjectId } = memory
    const problems = checkForm(deps, { id, values })
    if (problems !== null) return { message: describeProblems(problems), retry: { memory, values } }
    const clicked = origin === 'command' ? origin : message
    return { message: await answerForm(deps, { account, delivery, id, subjectId, clicked, values }) }
  },
}
