import { BadAddressVersionByteError } from './BadAddressVersionByteError.ts'
import { BadFunctionArgumentError } from './BadFunctionArgumentError.ts'
import { BadNonceError } from './BadNonceError.ts'
import { BadTransactionVersionError } from './BadTransactionVersionError.ts'
import { ConflictingNonceInMempoolError } from './ConflictingNonceInMempoolError.ts'
import { ContractAlreadyExistsError } from './ContractAlreadyExistsError.ts'
import { DeserializationRejectedError } from './DeserializationRejectedError.ts'
import { EstimatorError } from './EstimatorError.ts'
import { FeeTooLowError } from './FeeTooLowError.ts'
import { NoSuchContractError } from './NoSuchContractError.ts'
import { NoSuchPublicFunctionError } from './NoSuchPublicFunctionError.ts'
import { NotEnoughFundsError } from './NotEnoughFundsError.ts'
import { SerializationRejectedError } from './SerializationRejectedError.ts'
import { ServerFailureDatabaseError } from './ServerFailureDatabaseError.ts'
import { ServerFailureNoSuchChainTipError } from './ServerFailureNoSuchChainTipError.ts'
import { ServerFailureOtherError } from './ServerFailureOtherError.ts'
import { SignatureValidationError } from './SignatureValidationError.ts'
import { TooMuchChainingError } from './TooMuchChainingError.ts'
import type { Rejection, TransactionRejectedError } from './TransactionRejectedError.ts'
import { TransferAmountMustBePositiveError } from './TransferAmountMustBePositiveError.ts'
import { TransferRecipientCannotEqualSenderError } from './TransferRecipientCannotEqualSenderError.ts'
import { UnknownRejectionError } from './UnknownRejectionError.ts'

/** The class of each reason that a node gives. */
export const rejectionClasses: Readonly<
  Record<string, new (rejection: Rejection) => TransactionRejectedError>
> = {
  Serialization: SerializationRejectedError,
  Deserialization: DeserializationRejectedError,
  SignatureValidation: SignatureValidationError,
  BadNonce: BadNonceError,
  TooMuchChaining: TooMuchChainingError,
  ConflictingNonceInMempool: ConflictingNonceInMempoolError,
  FeeTooLow: FeeTooLowError,
  NotEnoughFunds: NotEnoughFundsError,
  NoSuchContract: NoSuchContractError,
  NoSuchPublicFunction: NoSuchPublicFunctionError,
  BadFunctionArgument: BadFunctionArgumentError,
  ContractAlreadyExists: ContractAlreadyExistsError,
  BadAddressVersionByte: BadAddressVersionByteError,
  BadTransactionVersion: BadTransactionVersionError,
  TransferRecipientCannotEqualSender: TransferRecipientCannotEqualSenderError,
  TransferAmountMustBePositive: TransferAmountMustBePositiveError,
  EstimatorError: EstimatorError,
  ServerFailureNoSuchChainTip: ServerFailureNoSuchChainTipError,
  ServerFailureDatabase: ServerFailureDatabaseError,
  ServerFailureOther: ServerFailureOtherError,
}

/** The error that stands for a node's `reason`; an UnknownRejectionError for a reason this version does not know. */
export function rejectionFromReason(o: { reason: string; rejection: Rejection }): TransactionRejectedError {
  const known = Object.hasOwn(rejectionClasses, o.reason) ? rejectionClasses[o.reason] : undefined
  return known === undefined ? new UnknownRejectionError(o.rejection, o.reason) : new known(o.rejection)
}
