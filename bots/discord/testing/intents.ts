/** What an app may ask to be told about, by Discord's bit. */
export const intents = {
  Guilds: 1 << 0,
  GuildMessages: 1 << 9,
  DirectMessages: 1 << 12,
} as const

export type Intent = keyof typeof intents

/** Members, presences and the content of messages: only with Discord's permission. */
export const privilegedIntents = (1 << 1) | (1 << 8) | (1 << 15)

/** Every bit that means something. */
export const knownIntents = 0x1ffff | (0b11 << 20) | (0b11 << 24)
