/** What was typed, chosen or filled in, by the name of its parameter or field. Still text: who uses it reads it. */
export type Values = Readonly<Record<string, string | undefined>>
