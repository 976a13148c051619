import { InvalidInputError, parseRequestInput, submitRequest } from '@medikey/core'
import type { FormErrors, Listener } from '../listeners/Listener.ts'
import type { ListenerContext } from '../listeners/ListenerContext.ts'
import { type SubmissionInbound, submissionSchema } from '../payloads/submissionSchema.ts'
import { readRequestForm } from './readRequestForm.ts'
import { toFormReply } from './toFormReply.ts'

/** A filled form to grant or revoke: what cannot be read is shown at its field, and the rest is asked of core. */
export const requestForm: Listener<SubmissionInbound> = {
  name: 'requestForm',
  schema: submissionSchema,
  check: checkForm,
  findReply: toFormReply,
  async run({ deps }, inbound) {
    const input = parseRequestInput(readRequestForm(inbound), { network: deps.settings.network })
    const { message } = await submitRequest(deps, {
      account: inbound.account,
      delivery: inbound.delivery,
      input,
    })
    return message
  },
}

function checkForm({ deps }: ListenerContext, inbound: SubmissionInbound): FormErrors | null {
  const { staff, principal } = inbound.values
  if (staff !== undefined && principal !== undefined) {
    return { principal: 'Choose a person or give a principal, not both: they may not be the same.' }
  }
  try {
    parseRequestInput(readRequestForm(inbound), { network: deps.settings.network })
    return null
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    return Object.fromEntries(
      error.problems.map(({ field, message }) => [
        field === 'staff' && principal !== undefined ? 'principal' : field,
        message,
      ]),
    )
  }
}
