/** The permissions of an app in a channel that the double looks at, by Discord's bit. */
export const permissions = {
  ViewChannel: 1n << 10n,
  SendMessages: 1n << 11n,
  EmbedLinks: 1n << 14n,
  ReadMessageHistory: 1n << 16n,
  CreatePublicThreads: 1n << 35n,
  SendMessagesInThreads: 1n << 38n,
} as const

export type Permission = keyof typeof permissions
