import type { Writable } from 'node:stream'
import { styleText } from 'node:util'
import type { Paint } from './Paint.ts'

/** Colours for a stream: only on a terminal, and not where `NO_COLOR` asks for none. */
export function createPaint(options: { out: Writable }): Paint {
  return (format, text) => styleText(format, text, { stream: options.out })
}
