/** The facts of the story. Its record is the first of the seeded ones. */
export const script = {
  recordId: 1n,
  accessLimit: 500n,
  /** As Dr. Meyer types it. */
  command: '/medikey grant 1 @nadia 500 for 8h Ward round, cardiology, late shift',
  /** Covered by the limit. */
  firstDraw: 300n,
  /** Covered by the limit alone, but not together with the first one. */
  secondDraw: 250n,
  /** What makes each deed happen once, also when the story is played again after a crash. */
  deliveries: { submit: 'story:submit', approve: 'story:approve', told: 'story:told' },
} as const
