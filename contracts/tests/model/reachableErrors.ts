import { ERR } from '../simnet/ERR.ts'
import type { Call } from './Call.ts'

const { CMO_ONLY, RECORD_NOT_FOUND, INSUFFICIENT_CLEARANCE, INVALID_DATA_SIZE } = ERR
const { UNAUTHORIZED_ACCESS, SYSTEM_MAINTENANCE, CATEGORY_TOO_LONG, RECORD_INACTIVE } = ERR

/**
 * Which errors each public function can answer. ERR_RECORD_DUPLICATE is nowhere among them: ids count from the
 * number of records, so the next one is always free, and the check only guards.
 */
export const reachableErrors: Readonly<Record<Call['name'], readonly bigint[]>> = {
  'create-medical-record': [INVALID_DATA_SIZE, SYSTEM_MAINTENANCE, CATEGORY_TOO_LONG],
  'access-medical-data': [
    RECORD_NOT_FOUND,
    INSUFFICIENT_CLEARANCE,
    INVALID_DATA_SIZE,
    UNAUTHORIZED_ACCESS,
    SYSTEM_MAINTENANCE,
    RECORD_INACTIVE,
  ],
  'grant-medical-access': [
    RECORD_NOT_FOUND,
    INVALID_DATA_SIZE,
    UNAUTHORIZED_ACCESS,
    SYSTEM_MAINTENANCE,
    RECORD_INACTIVE,
  ],
  'revoke-medical-access': [RECORD_NOT_FOUND, UNAUTHORIZED_ACCESS],
  'archive-record': [RECORD_NOT_FOUND, UNAUTHORIZED_ACCESS, SYSTEM_MAINTENANCE, RECORD_INACTIVE],
  'enable-maintenance': [CMO_ONLY],
  'disable-maintenance': [CMO_ONLY],
}
