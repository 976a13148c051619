/** What no person should read: the insides of a program. */
const INSIDES = [
  /undefined/,
  /\[object /,
  /\bNaN\b/,
  /\n\s+at .+:\d+/,
  /\b\w*Error\b/,
  /Something went wrong on MediKey’s side/,
  /invalid_type|ZodError|Invalid input/,
  /node_modules|\/src\//,
]

/**
 * Says what is wrong with an answer; null when a person can read it.
 *
 * @param options.typed what was typed, which an answer may repeat
 */
export function checkAnswer(answer: string, options: { typed: string }): string | null {
  if (!/\p{L}{2}/u.test(answer)) return `An answer says nothing: ${JSON.stringify(answer)}`
  const seen = INSIDES.find((pattern) => pattern.test(answer) && !pattern.test(options.typed))
  return seen === undefined ? null : `An answer shows ${seen}: ${JSON.stringify(answer)}`
}
