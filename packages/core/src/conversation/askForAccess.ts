import type { Deps } from '../Deps.ts'
import { isComplete, parseRequestInput } from '../input/parseRequestInput.ts'
import type { AccessKind } from '../model/AccessRequest.ts'
import { submitRequest } from '../requests/submitRequest.ts'
import type { Answer } from './Answer.ts'
import { buildRequestForm } from './forms/buildRequestForm.ts'
import type { Subcommand } from './Subcommand.ts'

/** Asks for a grant or a revoke; where parts are missing, a form asks for them. */
export async function askForAccess(
  deps: Deps,
  options: Parameters<Subcommand['run']>[1] & { kind: AccessKind },
): Promise<Answer> {
  const { kind, account, delivery, values } = options
  const raw = { ...values, kind }
  if (!isComplete(raw)) return { form: buildRequestForm({ kind, values }) }
  const input = parseRequestInput(raw, deps.settings)
  return submitRequest(deps, { account, delivery, input })
}
