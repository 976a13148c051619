import type { ContractCall } from '@medikey/contract-client'
import type { AccessRequest } from '../model/AccessRequest.ts'

/** The call on the contract that a request stands for. */
export function toContractCall(
  request: Pick<AccessRequest, 'kind' | 'recordId' | 'medicalStaff' | 'accessLimit'>,
): ContractCall {
  const { recordId, medicalStaff } = request
  return request.kind === 'grant'
    ? { functionName: 'grantMedicalAccess', recordId, medicalStaff, accessLimit: request.accessLimit ?? 0n }
    : { functionName: 'revokeMedicalAccess', recordId, medicalStaff }
}
