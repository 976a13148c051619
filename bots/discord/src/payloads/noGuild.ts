/** How Discord's own addresses name what stands in no server: a direct message. */
export const noGuild = '@me'
