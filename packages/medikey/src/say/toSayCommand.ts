/** What a shell would read something else from within double quotes. */
const SPECIAL = /["\\$`!]/g

/**
 * The command of the terminal that says something in somebody's name.
 *
 * @example
 * toSayCommand({ who: 'cmo', text: 'approve k3x9q1mz7t' }) // medikey say cmo "approve k3x9q1mz7t"
 */
export function toSayCommand(options: { who: string; text: string }): string {
  const { who, text } = options
  return `medikey say ${who} "${text.replace(SPECIAL, '\\$&')}"`
}
