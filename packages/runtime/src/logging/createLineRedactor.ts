import { unescape as decode } from 'node:querystring'
import type { Secret } from '../secret/Secret.ts'

/** Shorter values would be found by chance, and replacing those would make a line unreadable. */
const SHORTEST = 6

/**
 * Makes the last door of the log: whatever way a known secret found into a line, as itself, escaped for
 * JSON or for a URL, it is replaced there.
 *
 * @param secrets Asked anew for each line, because keys are loaded after the logger exists.
 * @example
 * createLineRedactor(() => [createSecret('xoxb-1234')])('{"msg":"xoxb-1234"}') // '{"msg":"[redacted]"}'
 */
export function createLineRedactor(secrets: () => readonly Secret[]): (line: string) => string {
  const needles = new WeakMap<Secret, readonly string[]>()
  return (line) => {
    let clean = line
    for (const secret of secrets()) {
      let forms = needles.get(secret)
      if (forms === undefined) {
        forms = spellings(secret.reveal())
        needles.set(secret, forms)
      }
      for (const form of forms) clean = clean.replaceAll(form, '[redacted]')
    }
    return clean
  }
}

function spellings(value: string): string[] {
  const password = URL.parse(value)?.password ?? ''
  const plain = [value, ...(password === '' ? [] : [password, decode(password)])]
  const all = plain.flatMap((form) => [form, encodeURIComponent(form)])
  return [...new Set(all)]
    .filter((form) => form.length >= SHORTEST)
    .map((form) => JSON.stringify(form).slice(1, -1))
}
