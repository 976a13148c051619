import type { Registration } from '@medikey/discord'

/** What was done about the commands in one place: in a server, or (null) in every server. */
export type Offer = Registration & { readonly guildId: string | null }
