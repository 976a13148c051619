import { parseRequestInput, type RawRequestInput, submitRequest } from '@medikey/core'
import type { Clinic } from '@medikey/core/testing'

/** Alice asks for a grant to Nadia; returns the request's id. */
export async function askForGrant(clinic: Clinic, raw: Partial<RawRequestInput> = {}): Promise<string> {
  const input = parseRequestInput(
    { kind: 'grant', record: '1', staff: '<@U0NADIA>', limit: '500', reason: 'ward round', ...raw },
    { network: 'devnet' },
  )
  const delivery = `ask ${JSON.stringify(raw)}`
  const { request } = await submitRequest(clinic.deps, { account: clinic.account('alice'), delivery, input })
  return request.id
}
