import type { styleText } from 'node:util'

/** Colours a text, or leaves it as it is where colours are not wanted. */
export type Paint = (format: Parameters<typeof styleText>[0], text: string) => string
