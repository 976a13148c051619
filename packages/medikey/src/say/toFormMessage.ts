import { type Command, createMessage, type Form, formatUsage, type Message, subcommands } from '@medikey/core'
import { toSayCommand } from './toSayCommand.ts'

/**
 * A form where nothing can be filled in: what of it is missing, and the whole command to type instead.
 *
 * @param options.command what was typed, as it was typed
 */
export function toFormMessage(options: { who: string; form: Form; command: Command }): Message {
  const { who, form, command } = options
  const missing = form.fields.filter(({ initial = '', optional }) => initial === '' && !optional)
  return createMessage({
    title: form.title,
    tone: 'waiting',
    paragraphs: [
      ['In a chat this opens a form. Here, say all of it at once:'],
      [{ code: toWhole(who, command) }],
    ],
    fields: missing.map(({ label, placeholder }) => ({ label, value: [`missing: ${placeholder}`] })),
  })
}

function toWhole(who: string, { name, values }: Command): string {
  const parameters = subcommands.find((candidate) => candidate.name === name)?.parameters ?? []
  const words = parameters.map((parameter) => {
    const value = values[parameter.name]
    if (value === undefined) return formatUsage({ name: '', parameters: [parameter] }).replace(/^\S+\s+/, '')
    return parameter.keyword === undefined ? value : `${parameter.keyword} ${value}`
  })
  return toSayCommand({ who, text: [name, ...words].join(' ') })
}
