import type { Lane } from './Post.ts'

/** What the queue wakes up for. A job carries no state: the rows say what there is to do. */
export type Job =
  | { readonly name: 'execute'; readonly transactionId: string }
  | { readonly name: 'deliver'; readonly lane: Lane }
  | { readonly name: 'end-grant'; readonly requestId: string }

/** The queue has one handler for each name. */
export type JobName = Job['name']
