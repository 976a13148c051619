/** Who is in the guilds: the same ids each time, so that a configuration can name them. */
export const userIds = {
  cmo: '100000000000000001',
  alice: '100000000000000002',
  ben: '100000000000000003',
  nadia: '100000000000000004',
  tom: '100000000000000005',
  ines: '100000000000000006',
  mallory: '100000000000000007',
} as const

/** The clinic's guild, and one that the app may have been invited to as well. */
export const guildIds = {
  clinic: '300000000000000001',
  elsewhere: '300000000000000002',
} as const

/** The channels of the clinic's guild, and the one of the other. */
export const channelIds = {
  approvals: '200000000000000001',
  alerts: '200000000000000002',
  ward: '200000000000000003',
  lobby: '200000000000000004',
} as const
