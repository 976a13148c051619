import type { ContractCall } from '@medikey/contract-client'
import type { AccessRequest } from '../model/AccessRequest.ts'
import type { ActionTerms } from '../model/ActionRequest.ts'

type AccessTerms = Pick<AccessRequest, 'kind' | 'recordId' | 'medicalStaff' | 'accessLimit'>

/** The call on the contract that a request stands for. */
export function toContractCall(terms: AccessTerms | ActionTerms): ContractCall {
  switch (terms.kind) {
    case 'grant': {
      const { recordId, medicalStaff, accessLimit } = terms
      return { functionName: 'grantMedicalAccess', recordId, medicalStaff, accessLimit: accessLimit ?? 0n }
    }
    case 'revoke': {
      const { recordId, medicalStaff } = terms
      return { functionName: 'revokeMedicalAccess', recordId, medicalStaff }
    }
    case 'create':
      return {
        functionName: 'createMedicalRecord',
        recordCategory: terms.category,
        dataVolume: terms.volume,
      }
    case 'access':
      return { functionName: 'accessMedicalData', recordId: terms.recordId, accessVolume: terms.volume }
    case 'archive':
      return { functionName: 'archiveRecord', recordId: terms.recordId }
    case 'maintenance-on':
      return { functionName: 'enableMaintenance' }
    case 'maintenance-off':
      return { functionName: 'disableMaintenance' }
  }
}
