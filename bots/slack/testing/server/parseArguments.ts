const JSON_ARGUMENTS = new Set(['blocks', 'view', 'metadata', 'files'])

/**
 * The arguments of a Web API call: a form whose structured fields hold JSON, or JSON as a whole.
 *
 * @throws SyntaxError where the JSON is none
 */
export function parseArguments(options: { body: string; contentType: string }): Record<string, unknown> {
  if (options.contentType.startsWith('application/json')) return JSON.parse(options.body)
  const fields = Object.fromEntries(new URLSearchParams(options.body))
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      JSON_ARGUMENTS.has(name) ? JSON.parse(value) : value,
    ]),
  )
}
