import { parseActionInput } from '../../input/parseActionInput.ts'
import type { ActionKind } from '../../model/ActionRequest.ts'
import { proposeAction } from '../../requests/proposeAction.ts'
import type { FormKind } from '../FormKind.ts'
import { buildActionForm } from './buildActionForm.ts'

/** A filled form for an action of one's own: answers with its confirmation. */
export function createActionFormKind(kind: ActionKind): FormKind {
  return {
    id: kind,
    build: ({ values }) => buildActionForm({ kind, values }),
    check: (_, values) => void parseActionInput(values, { kind }),
    async answer(deps, { account, delivery, values }) {
      const terms = parseActionInput(values, { kind })
      const { message } = await proposeAction(deps, { account, delivery, terms })
      return message
    },
  }
}
