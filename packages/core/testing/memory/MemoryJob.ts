import type { Job } from '../../src/model/Job.ts'

/** A job that waits in the memory queue. */
export type MemoryJob = { readonly job: Job; readonly startAfter: Date | null }
