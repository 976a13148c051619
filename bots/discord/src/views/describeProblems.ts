import { createMessage, type Message } from '@medikey/core'

/** What was wrong with a form: it is closed by now, so this is told in a message. */
export function describeProblems(problems: Readonly<Record<string, string>>): Message {
  return createMessage({
    tone: 'bad',
    paragraphs: [
      ['Nothing was done yet, since this cannot be read:'],
      ...Object.values(problems).map((text) => [text]),
    ],
    footer: [['This is what stood in the form:']],
  })
}
