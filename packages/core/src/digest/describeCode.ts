import { contractErrorFromCode } from '@medikey/contract-client'

/** Why the contract refused a call, in a few words. */
export function describeCode(code: string | null): string {
  if (code === null) return 'aborted by the VM'
  return contractErrorFromCode(BigInt(code)).code.replace(/^ERR_/, '').replaceAll('_', ' ').toLowerCase()
}
