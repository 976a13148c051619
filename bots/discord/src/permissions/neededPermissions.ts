/** What the bot may do, and no more, by Discord's name and as a person reads it in a channel's settings. */
export const neededPermissions = {
  ViewChannel: 'View Channel',
  // Cards and alerts.
  SendMessages: 'Send Messages',
  // The pictures of the digest.
  AttachFiles: 'Attach Files',
  // After a broken connection it looks whether its message is there before it posts again.
  ReadMessageHistory: 'Read Message History',
  // The trail of a request stands in a thread below its card.
  CreatePublicThreads: 'Create Public Threads',
  SendMessagesInThreads: 'Send Messages in Threads',
} as const
