/** The flags of a message that the double knows. */
export const messageFlags = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  hasThread: 1 << 5,
  suppressNotifications: 1 << 12,
  isComponentsV2: 1 << 15,
} as const
