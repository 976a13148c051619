/** The loops that report that they complete: what MediKey does all the time, whatever the schedule says. */
export const loopNames = ['follower', 'transactions', 'timekeeper', 'deliveries', 'alerts'] as const

export type LoopName = (typeof loopNames)[number]
