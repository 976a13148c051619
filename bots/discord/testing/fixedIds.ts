/** Who is in the guild: the same ids each time, so that a configuration can name them. */
export const userIds = {
  cmo: '100000000000000001',
  alice: '100000000000000002',
  ben: '100000000000000003',
  nadia: '100000000000000004',
  tom: '100000000000000005',
  ines: '100000000000000006',
  mallory: '100000000000000007',
} as const

/** The channels of the guild. */
export const channelIds = {
  approvals: '200000000000000001',
  alerts: '200000000000000002',
  ward: '200000000000000003',
} as const
