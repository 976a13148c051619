import type { AccessRequest, Allowance } from '../model/AccessRequest.ts'
import type { Account } from '../model/Account.ts'
import type { ActionRequest } from '../model/ActionRequest.ts'
import type { AuditEntry } from '../model/AuditEntry.ts'
import type { ChainBinding } from '../model/ChainBinding.ts'
import type { Destination } from '../model/Destination.ts'
import type { Grant } from '../model/Grant.ts'
import type { Job } from '../model/Job.ts'
import type { Link } from '../model/Link.ts'
import type { LinkChallenge } from '../model/LinkChallenge.ts'
import type { CardSubject, Lane, MessageRef, Post } from '../model/Post.ts'
import type { EventProjection, PrivilegeProjection, RecordProjection } from '../model/Projection.ts'
import type { Request, RequestBase, RequestKind, RequestStatus } from '../model/Request.ts'
import type { TimelineEntry } from '../model/TimelineEntry.ts'
import type { Transaction, TransactionStatus } from '../model/Transaction.ts'
import type { ActivityReader, ActivityWriter } from './ActivityStore.ts'
import type { AlertReader, AlertWriter } from './AlertStore.ts'
import type { DeliveryReader } from './DeliveryStore.ts'
import type { DigestReader, DigestWriter } from './DigestStore.ts'
import type { FollowerReader, FollowerWriter } from './FollowerStore.ts'
import type { MonitorReader, MonitorWriter, TickStore } from './MonitorStore.ts'
import type { PatternReader } from './PatternStore.ts'
import type { WatchReader } from './WatchStore.ts'

/** A page is newest first; `limit` is at most 100. */
export type RequestFilter = {
  readonly status?: RequestStatus | readonly RequestStatus[]
  readonly kind?: RequestKind
  readonly recordId?: bigint
  readonly physician?: string
  readonly medicalStaff?: string
  readonly requester?: string
  readonly limit: number
}

/** Everything that may be asked of the store, inside a unit of work and outside. */
export interface StoreReader
  extends ActivityReader,
    AlertReader,
    DeliveryReader,
    DigestReader,
    FollowerReader,
    MonitorReader,
    PatternReader,
    WatchReader {
  getRequest(id: string): Promise<Request | null>
  findRequests(filter: RequestFilter): Promise<Request[]>
  /** The request that an inbound delivery led to; null when it never arrived. */
  findDelivery(key: string): Promise<{ readonly requestId: string } | null>
  /** Open requests whose approval time is over, oldest first. */
  listLapsedRequests(options: { readonly now: Date; readonly limit: number }): Promise<Request[]>

  getTransaction(id: string): Promise<Transaction | null>
  /** All of a request, oldest first; the last one counts. */
  listTransactions(requestId: string): Promise<Transaction[]>
  /**
   * queued, signed, unknown, broadcast, included, or aborted and not final yet; due by `now`; revokes first, then the
   * longest due.
   */
  listUnfinishedTransactions(options: { readonly now: Date; readonly limit: number }): Promise<Transaction[]>
  /** Nonces that the signer's signed, unknown, broadcast and included transactions hold, and aborted ones that are not
   * final; ascending. */
  listHeldNonces(signer: string): Promise<bigint[]>
  /** The signer's fencing number; 0 before the first signature. */
  getSignerFence(signer: string): Promise<bigint>

  getGrant(requestId: string): Promise<Grant | null>
  /** The one active grant of the pair. */
  getActiveGrant(options: { readonly recordId: bigint; readonly medicalStaff: string }): Promise<Grant | null>
  /** Active time-boxed grants past their end that have no revoke yet. */
  listEndedGrants(options: { readonly now: Date; readonly limit: number }): Promise<Grant[]>
  /**
   * Active time-boxed grants without a revoke that end within `leadMs` from now, began before that, and that nobody was
   * warned of with this lead; those that end first come first.
   */
  listGrantsToWarn(options: {
    readonly now: Date
    readonly leadMs: number
    readonly limit: number
  }): Promise<Grant[]>

  /** Where the one message of a request or an alert stands on the platform, once posted. */
  getCard(options: CardSubject & { readonly platform: Lane['platform'] }): Promise<MessageRef | null>
  /** Where something of a request or an alert was or will be told. */
  listDestinations(options: CardSubject): Promise<Destination[]>
  /** Lanes with an unsent post that is due and that nobody holds. */
  listDueLanes(options: {
    readonly now: Date
    readonly staleBefore: Date
    /** Only lanes of these; of every platform unless told. */
    readonly platforms?: readonly Destination[]
    readonly limit: number
  }): Promise<Lane[]>

  getRecord(recordId: bigint): Promise<RecordProjection | null>
  /** Newest first: descending ids. */
  listRecords(options: {
    readonly physician?: string
    readonly offset: number
    readonly limit: number
  }): Promise<RecordProjection[]>
  countRecords(options: { readonly physician?: string }): Promise<number>
  listPrivileges(recordId: bigint): Promise<PrivilegeProjection[]>
  getPrivilege(options: {
    readonly recordId: bigint
    readonly medicalStaff: string
  }): Promise<PrivilegeProjection | null>
  /** What one transaction printed, in its order. */
  listTransactionEvents(txid: string): Promise<EventProjection[]>
  /** Newest first. */
  listRecordEvents(options: { readonly recordId: bigint; readonly limit: number }): Promise<EventProjection[]>
  /** The newest event of these names; null when there was none. */
  getLastEvent(options: { readonly names: readonly string[] }): Promise<EventProjection | null>

  /** Oldest first. */
  listAudit(options: {
    readonly requestId?: string
    readonly recordId?: bigint
    readonly limit: number
  }): Promise<AuditEntry[]>
  /**
   * What happened to a record, newest first: the chain's events and the audit of its requests as one. What MediKey sent
   * stands no earlier than when it was signed, whatever the block's clock says.
   */
  listTimeline(options: {
    readonly recordId: bigint
    readonly offset: number
    readonly limit: number
  }): Promise<TimelineEntry[]>
  countTimeline(options: { readonly recordId: bigint }): Promise<number>

  /** Active grants that the principal holds or, as the record's physician, gave; those that end soonest first. */
  listActiveGrants(options: { readonly principal: string; readonly limit: number }): Promise<Grant[]>
  /**
   * Records whose number begins with `typed`, or whose category contains it in any case: those of the principal first,
   * then those they may draw from, each newest first.
   */
  suggestRecords(options: {
    readonly principal: string
    readonly typed: string
    readonly limit: number
  }): Promise<RecordProjection[]>
  /** Categories in use that contain `typed` in any case: the principal's own first, then the most used. */
  suggestCategories(options: {
    readonly principal: string
    readonly typed: string
    readonly limit: number
  }): Promise<string[]>

  getChainBinding(): Promise<ChainBinding | null>

  getLink(account: Account): Promise<Link | null>
  /** Of the principal, or all; oldest first. */
  listLinks(options: { readonly principal?: string }): Promise<Link[]>
  getLinkChallenge(account: Account): Promise<LinkChallenge | null>
}

/** A post as it is added: nothing was tried yet. */
export type NewPost = Pick<Post, 'id' | 'lane' | 'kind' | 'recipient' | 'message'> &
  Partial<Pick<Post, 'event'>> & { readonly at: Date }

/** The writes of one database transaction: all of them happen, with their jobs, or none. */
export interface UnitOfWork
  extends StoreReader,
    ActivityWriter,
    AlertWriter,
    DigestWriter,
    FollowerWriter,
    MonitorWriter {
  /**
   * Notes an inbound delivery (envelope, trigger or interaction id). Returns null the first time; afterwards the
   * request that the first one led to. Where it was about something else, such as an alert, that one's id is noted.
   */
  claimDelivery(options: {
    readonly key: string
    readonly requestId: string
    readonly at: Date
  }): Promise<{ readonly requestId: string } | null>

  /** Saves a new request; null, and nothing saved, when an undecided one asks the same for the same pair. */
  insertRequest<R extends Request>(request: R): Promise<R | null>
  /** Compare-and-swap out of `from`; null when the request was not in it: somebody else was first. */
  moveRequest(options: {
    readonly id: string
    readonly from: RequestStatus
    readonly to: RequestStatus
    readonly patch: Partial<
      Pick<
        RequestBase,
        'decidedBy' | 'decidedByAccount' | 'decidedAt' | 'decisionReason' | 'executionExpiresAt'
      > &
        Pick<AccessRequest, 'consentedAt'>
    >
  }): Promise<Request | null>
  /** Notes the allowance that stands now on the pair's undecided requests; returns those whose allowance changed. */
  noteStanding(options: {
    readonly recordId: bigint
    readonly medicalStaff: string
    readonly standing: Allowance | null
  }): Promise<AccessRequest[]>

  /** Notes the number of the record that a transaction of ours created; null when it is not ours, or noted already. */
  noteCreated(options: { readonly txid: string; readonly recordId: bigint }): Promise<ActionRequest | null>

  /** Throws when the request already has a live transaction: the database holds that rule. */
  insertTransaction(transaction: Transaction): Promise<void>
  /** Compare-and-swap out of any of `from`; null when it was in none of them. A patch may keep the status. */
  moveTransaction(options: {
    readonly id: string
    readonly from: readonly TransactionStatus[]
    readonly to: TransactionStatus
    readonly patch: Partial<Omit<Transaction, 'id' | 'requestId' | 'status' | 'signer' | 'createdAt'>>
  }): Promise<Transaction | null>
  /** Compare-and-swap of the fencing number from `fence` to `fence + 1`; false when another signature came between. */
  advanceSignerFence(options: { readonly signer: string; readonly fence: bigint }): Promise<boolean>

  /**
   * The pair's requests whose transaction is included or final, in the order of the nonces. Holds the pair until the
   * unit ends, so that no other unit settles it from an older view.
   */
  lockPairEffects(options: {
    readonly recordId: bigint
    readonly medicalStaff: string
  }): Promise<{ readonly request: AccessRequest; readonly transaction: Transaction }[]>
  /** Replaces all grants of the pair. */
  setGrants(options: {
    readonly recordId: bigint
    readonly medicalStaff: string
    readonly grants: readonly Grant[]
  }): Promise<void>
  /** Links the revoke that ends the grant; false when one is linked already or the grant is no longer active. */
  linkGrantEnd(options: { readonly requestId: string; readonly endRequestId: string }): Promise<boolean>
  /** Notes that people are being warned of the grant's end; false when they were, whatever became of the grant since. */
  claimWarning(options: {
    readonly requestId: string
    readonly leadMs: number
    readonly at: Date
  }): Promise<boolean>

  addPosts(posts: readonly NewPost[]): Promise<void>
  /** Marks the messages of a request or an alert, on every platform, as out of date. */
  touchCards(options: CardSubject & { readonly at: Date }): Promise<void>

  appendAudit(entries: readonly AuditEntry[]): Promise<void>
  setChainBinding(binding: ChainBinding): Promise<void>

  /** Takes the place of the account's challenge. */
  putLinkChallenge(challenge: LinkChallenge): Promise<void>
  /** False when the challenge was used before, or another one took its place. */
  useLinkChallenge(options: { readonly nonce: string; readonly at: Date }): Promise<boolean>
  /**
   * Takes the place of the account's link; false, and nothing saved, when another account of the workspace holds the
   * principal.
   */
  putLink(link: Link): Promise<boolean>
  /** The link that ended; null when there was none. */
  deleteLink(account: Account): Promise<Link | null>

  /** Writes a job that starts once this unit of work commits, not before `startAfter`. */
  enqueue(job: Job, options?: { readonly startAfter?: Date }): Promise<void>
}

/** What became of an attempt to send a post. */
export type PostOutcome =
  | { readonly sent: MessageRef | null }
  | { readonly retryAt: Date; readonly error: string }
  | { readonly failed: string }
  /** Its message was deleted: it is posted anew. */
  | { readonly gone: string }

/**
 * Core's memory. Passes `testStore()`.
 *
 * No unit of work may wait for a network: the embedded store has a single session.
 */
export interface Store extends StoreReader, TickStore {
  transaction<T>(work: (unit: UnitOfWork) => Promise<T>): Promise<T>
  /**
   * Takes the lane's first unsent post for this process, with `attempts` counted up; null when there is none, it is
   * not due, or somebody has held it since after `staleBefore`.
   */
  claimPost(options: {
    readonly lane: Lane
    readonly now: Date
    readonly staleBefore: Date
  }): Promise<Post | null>
  /**
   * Ends the claim that counted `attempts`. A card or an alert whose revision grew meanwhile stays unsent, so that it is shown again.
   * A claim that somebody else took over meanwhile is left alone.
   *
   * @returns false when somebody else took it over: they may have posted it as well
   */
  settlePost(options: {
    readonly id: string
    readonly attempts: number
    readonly revision: number
    readonly outcome: PostOutcome
    readonly at: Date
  }): Promise<boolean>
}
