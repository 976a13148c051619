/** Reads a duration such as `8h`: milliseconds, or null where the text is none. */
export type ParseDuration = (text: string) => number | null
