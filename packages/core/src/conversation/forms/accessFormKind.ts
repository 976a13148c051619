import { parseAccessInput } from '../../input/parseAccessInput.ts'
import { requestAccess } from '../../requests/requestAccess.ts'
import type { FormKind } from '../FormKind.ts'
import { buildAccessForm } from './buildAccessForm.ts'

/** A filled form of somebody who asks for themselves. */
export const accessFormKind: FormKind = {
  id: 'request',
  build: ({ values }) => buildAccessForm({ values }),
  check: (_, values) => void parseAccessInput(values),
  async answer(deps, { account, delivery, values }) {
    const { message } = await requestAccess(deps, { account, delivery, input: parseAccessInput(values) })
    return message
  },
}
