import { parseReason } from '../../input/parseReason.ts'
import { decideRequest } from '../../requests/decideRequest.ts'
import type { FormKind } from '../FormKind.ts'
import { buildDenyForm } from './buildDenyForm.ts'

/** The reason to deny was given: decides. */
export const denyFormKind: FormKind = {
  id: 'deny',
  build: ({ subjectId, values }) => buildDenyForm({ subjectId: subjectId ?? '', reason: values.reason }),
  check: (_, { reason = '' }) => void parseReason(reason),
  async answer(deps, { account, delivery, subjectId, clicked, values }) {
    const { message } = await decideRequest(deps, {
      account,
      delivery,
      requestId: subjectId ?? '',
      decision: 'deny',
      reason: values.reason ?? null,
      clicked,
    })
    return message
  },
}
