/** The permissions in a channel that the double looks at, by Discord's bit. */
export const permissions = {
  ViewChannel: 1n << 10n,
  SendMessages: 1n << 11n,
  AttachFiles: 1n << 15n,
  ReadMessageHistory: 1n << 16n,
  CreatePublicThreads: 1n << 35n,
  SendMessagesInThreads: 1n << 38n,
} as const

export type Permission = keyof typeof permissions

/** Everything that the double looks at, as the bit set that Discord writes. */
export const allPermissions = Object.values(permissions)
  .reduce((sum, bit) => sum | bit, 0n)
  .toString()
