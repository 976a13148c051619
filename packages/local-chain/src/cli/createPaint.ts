import type { Writable } from 'node:stream'
import { styleText } from 'node:util'

/** Colours a text, or leaves it as it is where colours are not wanted. */
export type Paint = (format: Parameters<typeof styleText>[0], text: string) => string

/** Colours for a stream: only on a terminal, and not where `NO_COLOR` asks for none. */
export function createPaint({ out }: { out: Writable }): Paint {
  return (format, text) => styleText(format, text, { stream: out })
}
