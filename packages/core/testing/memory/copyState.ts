import type { MemoryState } from './MemoryState.ts'

/** A snapshot that can be written to without the original noticing; without an original, an empty state. */
export function copyState(state?: MemoryState): MemoryState {
  return {
    requests: new Map(state?.requests),
    transactions: new Map(state?.transactions),
    fences: new Map(state?.fences),
    grants: new Map(state?.grants),
    warnings: new Set(state?.warnings),
    posts: new Map(state?.posts),
    deliveries: new Map(state?.deliveries),
    records: new Map(state?.records),
    privileges: new Map(state?.privileges),
    events: new Map(state?.events),
    failedCalls: new Map(state?.failedCalls),
    reorgs: [...(state?.reorgs ?? [])],
    draws: new Map(state?.draws),
    audit: [...(state?.audit ?? [])],
    alerts: new Map(state?.alerts),
    digests: new Map(state?.digests),
    findings: new Map(state?.findings),
    silences: new Map(state?.silences),
    links: new Map(state?.links),
    linkChallenges: new Map(state?.linkChallenges),
    monitorStates: new Map(state?.monitorStates),
    ticks: new Map(state?.ticks),
    single: { checkpoint: state?.single.checkpoint ?? null, binding: state?.single.binding ?? null },
    jobs: [...(state?.jobs ?? [])],
  }
}
