import { parseRequestInput } from '../../input/parseRequestInput.ts'
import type { AccessKind } from '../../model/AccessRequest.ts'
import { submitRequest } from '../../requests/submitRequest.ts'
import type { FormKind } from '../FormKind.ts'
import { buildRequestForm } from './buildRequestForm.ts'

/** A filled form to grant or revoke: asks for it. */
export function createRequestFormKind(kind: AccessKind): FormKind {
  return {
    id: kind,
    build: ({ values }) => buildRequestForm({ kind, values }),
    check: ({ settings }, values) => void parseRequestInput({ ...values, kind }, settings),
    async answer(deps, { account, delivery, values }) {
      const input = parseRequestInput({ ...values, kind }, deps.settings)
      const { message } = await submitRequest(deps, { account, delivery, input })
      return message
    },
  }
}
