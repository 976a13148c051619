import type { Alert, AlertFinding } from '../../src/model/Alert.ts'
import type { AuditEntry } from '../../src/model/AuditEntry.ts'
import type { ChainBinding } from '../../src/model/ChainBinding.ts'
import type { Digest } from '../../src/model/Digest.ts'
import type { DrawHour } from '../../src/model/Draws.ts'
import type { FailedCall } from '../../src/model/FailedCall.ts'
import type { Grant } from '../../src/model/Grant.ts'
import type { Link } from '../../src/model/Link.ts'
import type { LinkChallenge } from '../../src/model/LinkChallenge.ts'
import type { MonitorState } from '../../src/model/MonitorState.ts'
import type { Post } from '../../src/model/Post.ts'
import type {
  Checkpoint,
  EventProjection,
  PrivilegeProjection,
  RecordProjection,
} from '../../src/model/Projection.ts'
import type { Reorg } from '../../src/model/Reorg.ts'
import type { Request } from '../../src/model/Request.ts'
import type { Silence } from '../../src/model/Silence.ts'
import type { Transaction } from '../../src/model/Transaction.ts'
import type { MemoryJob } from './MemoryJob.ts'

/** A post with what the delivery needs to know beside it. */
export type MemoryPost = Post & {
  readonly state: 'unsent' | 'sent' | 'failed'
  readonly claimedAt: Date | null
  readonly dueAt: Date
  readonly createdAt: Date
  readonly settledAt: Date | null
  readonly error: string | null
}

/** Everything the memory store holds. Rows never change: a write replaces the row, so a copy of the maps is a snapshot. */
export type MemoryState = {
  readonly requests: Map<string, Request>
  readonly transactions: Map<string, Transaction>
  readonly fences: Map<string, bigint>
  readonly grants: Map<string, Grant>
  /** By request and lead. */
  readonly warnings: Set<string>
  readonly posts: Map<string, MemoryPost>
  readonly deliveries: Map<string, string>
  readonly records: Map<bigint, RecordProjection>
  readonly privileges: Map<string, PrivilegeProjection>
  readonly events: Map<string, EventProjection>
  /** By txid. */
  readonly failedCalls: Map<string, FailedCall>
  readonly reorgs: Reorg[]
  /** By principal, hour and role. */
  readonly draws: Map<string, DrawHour>
  readonly audit: AuditEntry[]
  readonly digests: Map<string, Digest>
  readonly alerts: Map<string, Alert>
  /** By the order in which they came. */
  readonly findings: Map<number, AlertFinding>
  /** By rule and cause. */
  readonly silences: Map<string, Silence>
  /** By account. */
  readonly links: Map<string, Link>
  readonly linkChallenges: Map<string, LinkChallenge>
  readonly monitorStates: Map<string, MonitorState>
  readonly ticks: Map<string, Date>
  /** Rows of which there is one at most. */
  readonly single: { checkpoint: Checkpoint | null; binding: ChainBinding | null }
  /** Written by a unit of work, handed to the queue when it commits. */
  readonly jobs: MemoryJob[]
}
