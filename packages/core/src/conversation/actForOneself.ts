import type { Deps } from '../Deps.ts'
import { parseActionInput } from '../input/parseActionInput.ts'
import type { ActionKind } from '../model/ActionRequest.ts'
import { proposeAction } from '../requests/proposeAction.ts'
import type { Answer } from './Answer.ts'
import { buildActionForm } from './forms/buildActionForm.ts'
import type { Subcommand } from './Subcommand.ts'

/** Answers with the confirmation of an action of one's own; where parts are missing, a form asks for them. */
export async function actForOneself(
  deps: Deps,
  options: Parameters<Subcommand['run']>[1] & { kind: ActionKind },
): Promise<Answer> {
  const { kind, account, delivery, values } = options
  const form = buildActionForm({ kind, values })
  const isWhole = form.fields.every(({ initial = '' }) => initial.trim() !== '')
  if (!isWhole) return { form }
  return proposeAction(deps, { account, delivery, terms: parseActionInput(values, { kind }) })
}
