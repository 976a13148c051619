export type { Deps } from './Deps.ts'
export { createDirectory, type Directory } from './identities/createDirectory.ts'
export type { Action, Field, Message, Person, Span, Text, Tone } from './messages/Message.ts'
export type { AccessRequest, Allowance, RequestKind, RequestStatus } from './model/AccessRequest.ts'
export type { Account } from './model/Account.ts'
export type { Actor } from './model/Actor.ts'
export type { Alert, Finding, Severity } from './model/Alert.ts'
export type { AuditAction, AuditEntry } from './model/AuditEntry.ts'
export type { ChainBinding } from './model/ChainBinding.ts'
export type { Grant, GrantStatus } from './model/Grant.ts'
export type { DeclaredAccount, Identity } from './model/Identity.ts'
export type { Job, JobName } from './model/Job.ts'
export type { Platform } from './model/Platform.ts'
export type { Lane, MessageRef, Post } from './model/Post.ts'
export type {
  Checkpoint,
  EventProjection,
  PrivilegeProjection,
  RecordProjection,
} from './model/Projection.ts'
export type { Transaction, TransactionStatus } from './model/Transaction.ts'
export type { Clock } from './ports/Clock.ts'
export type { Ledger } from './ports/Ledger.ts'
export type { Messenger, Posting } from './ports/Messenger.ts'
export type { Queue } from './ports/Queue.ts'
export type { PostOutcome, RequestFilter, Store, StoreReader, UnitOfWork } from './ports/Store.ts'
export type { Settings } from './Settings.ts'
