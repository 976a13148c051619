import { Writable } from 'node:stream'
import type { Message } from '@medikey/core'
import { createTerminal } from '../terminal/createTerminal.ts'
import type { Shown } from '../terminal/Shown.ts'
import { toClickCommand } from './toClickCommand.ts'

/**
 * Draws an answer and what followed from it in the chat, each button with the command that does the same.
 *
 * @param options.shown with whose click the buttons wait for
 * @param options.hasColors whether the one who reads it sees colours
 * @param options.isTold whether nothing more is to come
 */
export function drawSaid(options: {
  persona: string
  message: Message
  shown: readonly (Shown & { readonly asked: string })[]
  isTold: boolean
  hasColors: boolean
}): string {
  const { persona, message, shown, isTold, hasColors } = options
  let drawn = ''
  const out = new Writable({
    decodeStrings: false,
    write(chunk, _, done) {
      drawn += String(chunk)
      done()
    },
  })
  const terminal = createTerminal({
    out: Object.assign(out, { isTTY: hasColors, getColorDepth: () => (hasColors ? 8 : 1) }),
  })
  terminal.showAnswer({
    who: persona,
    message,
    toCommand: (action) => toClickCommand({ who: persona, action }),
  })
  for (const { asked, ...one } of shown) {
    terminal.show({ ...one, toCommand: (action) => toClickCommand({ who: asked, action }) })
  }
  if (!isTold) terminal.say('It goes on: what follows is drawn where MediKey runs.')
  return drawn
}
