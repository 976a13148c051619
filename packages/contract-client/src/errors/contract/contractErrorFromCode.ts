import { contractErrorCodes } from '../../generated/contractErrorCodes.ts'
import { CategoryTooLongError } from './CategoryTooLongError.ts'
import { CmoOnlyError } from './CmoOnlyError.ts'
import type { ContractError } from './ContractError.ts'
import { InsufficientClearanceError } from './InsufficientClearanceError.ts'
import { InvalidDataSizeError } from './InvalidDataSizeError.ts'
import { RecordDuplicateError } from './RecordDuplicateError.ts'
import { RecordInactiveError } from './RecordInactiveError.ts'
import { RecordNotFoundError } from './RecordNotFoundError.ts'
import { SystemMaintenanceError } from './SystemMaintenanceError.ts'
import { UnauthorizedAccessError } from './UnauthorizedAccessError.ts'
import { UnknownContractError } from './UnknownContractError.ts'

const classes = {
  ERR_CMO_ONLY: CmoOnlyError,
  ERR_RECORD_NOT_FOUND: RecordNotFoundError,
  ERR_INSUFFICIENT_CLEARANCE: InsufficientClearanceError,
  ERR_INVALID_DATA_SIZE: InvalidDataSizeError,
  ERR_RECORD_DUPLICATE: RecordDuplicateError,
  ERR_UNAUTHORIZED_ACCESS: UnauthorizedAccessError,
  ERR_SYSTEM_MAINTENANCE: SystemMaintenanceError,
  ERR_CATEGORY_TOO_LONG: CategoryTooLongError,
  ERR_RECORD_INACTIVE: RecordInactiveError,
} satisfies Record<keyof typeof contractErrorCodes, new () => ContractError>

/**
 * The error that stands for the contract's answer `(err uN)`.
 *
 * @param code - N.
 * @returns an error of its own class, or an UnknownContractError for a code that this version does not know.
 *
 * @example
 * contractErrorFromCode(106n).userMessage // 'The system is in maintenance: …'
 */
export function contractErrorFromCode(code: bigint): ContractError {
  for (const [constant, value] of Object.entries(contractErrorCodes)) {
    if (value === code) return new classes[constant as keyof typeof classes]()
  }
  return new UnknownContractError(code)
}
