import { Writable } from 'node:stream'
import { stripVTControlCharacters, styleText } from 'node:util'
import type { MessengerHarness, Place, ShownMessage } from '@medikey/core/testing'
import { createTerminalMessenger } from './createTerminalMessenger.ts'
import { terminalAccount } from './terminalAccount.ts'

/** The one request of the conformance suite: a drawn button does not say which request it decides. */
const REQUEST_ID = 'k3x9q1mz7t'
const [beginsMention = '', endsMention = ''] = styleText(['bold', 'cyan'], '|', {
  validateStream: false,
}).split('|')

/** The terminal messenger on a screen that is read back, for core's conformance suite. */
export function openTerminalHarness(): MessengerHarness {
  const screen = { isTTY: true, getColorDepth: () => 8 }
  const pieces: { header: string; body: string }[] = []
  const out = new Writable({
    decodeStrings: false,
    write(chunk, _, done) {
      const [header = '', ...body] = String(chunk).split('\n')
      const place = stripVTControlCharacters(header).trim()
      // An edit takes the place of the card, as it does for who reads.
      if (place.endsWith(', edited')) pieces.pop()
      pieces.push({
        header: place.replace(', edited', '').replace(/, thread of alert \w+$/, ', thread'),
        body: body.join('\n'),
      })
      done()
    },
  })
  return {
    // So wide that no line is broken: what is read back is what was written.
    messenger: createTerminalMessenger({ out: Object.assign(out, screen), timeZone: 'UTC', columns: 20_000 }),
    workspace: terminalAccount('').workspace,
    userId: 'nadia',
    secrets: [],
    list: async (place) =>
      pieces.filter((piece) => piece.header === toHeader(place)).map((piece) => toShown(piece.body)),
    disturb() {
      throw new Error('Nothing can come between a terminal and who reads it.')
    },
    forgetKeys() {
      throw new Error('Nothing is posted twice on a terminal.')
    },
    async close() {},
  }
}

function toHeader(place: Place): string {
  if (place === 'approvals' || place === 'alerts') return `#${place}`
  return 'below' in place ? `${place.below.channel}, thread` : `Direct message to @${place.direct}`
}

function toShown(body: string): ShownMessage {
  const mentions = body
    .split(beginsMention)
    .slice(1)
    .map((rest) => /\(@([^)]+)\)$/.exec(rest.split(endsMention)[0] ?? '')?.[1])
  const text = stripVTControlCharacters(body)
    .split('\n')
    .filter((line) => !/^[┌└]/.test(line))
    .map((line) =>
      line
        .replace(/^ *[│▏] ?/, '')
        .replace(/│$/, '')
        .trim(),
    )
    .join('\n')
    .trim()
  return {
    text,
    mentions: mentions.filter((userId) => userId !== undefined),
    isBroadcast: false,
    links: [],
    images: [],
    buttons: [...text.matchAll(/\[ (?:Approve|Deny) \]/g)].map(() => REQUEST_ID),
  }
}
