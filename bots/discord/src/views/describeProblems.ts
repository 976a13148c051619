import { createMessage, type Field, type Message, type Values } from '@medikey/core'

/** What was wrong with a form, and what was typed: the form is closed, and nobody should have to write it again. */
export function describeProblems(options: {
  problems: Readonly<Record<string, string>>
  values: Values
}): Message {
  const { problems, values } = options
  const typed = Object.entries(values).map(
    ([name, value = '']): Field => ({ label: `You gave ${name}`, value: [value] }),
  )
  return createMessage({
    tone: 'bad',
    paragraphs: [
      ['Nothing was asked yet, since this cannot be read:'],
      ...Object.values(problems).map((text) => [text]),
    ],
    fields: typed,
  })
}
