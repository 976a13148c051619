import { BaseError } from '@medikey/errors'

export type DeployErrorCode =
  | 'DEPLOY_NODE_MISSING'
  | 'DEPLOY_NETWORK_WRONG'
  | 'DEPLOY_NODE_FAILED'
  | 'DEPLOY_KEY_UNKNOWN'
  | 'DEPLOY_NOT_CONFIRMED'
  | 'DEPLOY_NAME_TAKEN'
  | 'DEPLOY_FEE_INVALID'
  | 'DEPLOY_BALANCE_TOO_LOW'
  | 'DEPLOY_FILE_UNUSABLE'
  | 'DEPLOY_PENDING'
  | 'DEPLOY_REFUSED'
  | 'DEPLOY_REPLACED'
  | 'DEPLOY_ABORTED'

/**
 * The contract is not deployed, or not yet. Its sentence says what to do.
 *
 * @example
 * new DeployError({ code: 'DEPLOY_NODE_MISSING', shortMessage: 'STACKS_API_URL is missing: …' })
 */
export class DeployError extends BaseError {
  override readonly name = 'DeployError'

  constructor(options: { code: DeployErrorCode; shortMessage: string; cause?: unknown }) {
    super(options)
  }
}
