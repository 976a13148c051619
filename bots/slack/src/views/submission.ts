import { answerForm, checkForm, type Values } from '@medikey/core'
import type { FormErrors, Listener } from '../listeners/Listener.ts'
import type { ListenerContext } from '../listeners/ListenerContext.ts'
import { type SubmissionInbound, submissionSchema } from '../payloads/submissionSchema.ts'
import { fromCallbackId } from './callbackId.ts'
import { readFormMetadata } from './readFormMetadata.ts'
import { toFormReply } from './toFormReply.ts'

/** A form was filled: what cannot be read is shown at its field, and the rest is asked of core. */
export const submission: Listener<SubmissionInbound> = {
  name: 'submission',
  schema: submissionSchema,
  check: findProblems,
  findReply: toFormReply,
  run({ deps }, { account, delivery, callbackId, privateMetadata, values }) {
    const { subjectId = null, clicked = null } = readFormMetadata(privateMetadata)
    const id = fromCallbackId(callbackId)
    return answerForm(deps, { account, delivery, id, subjectId, clicked, values: readValues(values) })
  },
}

function findProblems(context: ListenerContext, inbound: SubmissionInbound): FormErrors | null {
  const problems = Object.entries(readProblems(context, inbound))
    // What the form of another version has no field for is told by core, in a message.
    .filter(([field]) => inbound.fields.includes(field))
  return problems.length === 0 ? null : Object.fromEntries(problems)
}

function readProblems({ deps }: ListenerContext, inbound: SubmissionInbound): FormErrors {
  const { staff, principal } = inbound.values
  if (staff !== undefined && principal !== undefined) {
    return { principal: 'Choose a person or give a principal, not both: they may not be the same.' }
  }
  const id = fromCallbackId(inbound.callbackId)
  const problems = checkForm(deps, { id, values: readValues(inbound.values) }) ?? {}
  if (problems.staff === undefined || principal === undefined) return problems
  const { staff: problem, ...others } = problems
  return { ...others, principal: problem }
}

/** A person is named as in a command: by mention where they were chosen, else by principal. */
function readValues({ staff, principal, ...values }: Values): Values {
  return { ...values, staff: staff === undefined ? principal : `<@${staff}>` }
}
