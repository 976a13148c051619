import { readFileSync } from 'node:fs'
import { parseDocument } from 'yaml'
import type { z } from 'zod'
import {
  createFileSchema,
  type FileSettings,
  type SectionSchemas,
  type Sections,
} from './createFileSchema.ts'
import { describeIssue } from './describeIssue.ts'
import type { ParseDuration } from './ParseDuration.ts'
import type { Problems } from './Problems.ts'

/**
 * Reads and checks medikey.yaml.
 *
 * @param options.path Absolute path of the file.
 * @param options.required False where nobody named the file: then its absence means the defaults.
 * @returns `settings` is null where something in the file is wrong; `raw` is what the file says before
 * any check, for those checks that look at one entry at a time.
 * @example
 * readFileSettings({ problems }, { path: '/etc/medikey.yaml', required: true, parseDuration, sections: {} }).settings?.network
 */
export function readFileSettings<S extends SectionSchemas>(
  deps: { problems: Problems },
  options: { path: string; required: boolean; parseDuration: ParseDuration; sections: S },
): { settings: FileSettings; sections: Sections<S>; raw: unknown } | { settings: null; raw: unknown } {
  const text = readText(deps, options)
  if (text === null) return { settings: null, raw: {} }
  const document = parseDocument(text, { intAsBigInt: true, prettyErrors: true })
  // In a list or a map on one line, a channel's #name swallows the bracket that closes it.
  const hint = /[:,[{]\s*#\w/.test(text)
    ? ' What follows a # is a comment: give channels by their ids, not by their #names.'
    : ''
  for (const error of document.errors) {
    const place = error.linePos?.[0]
    const where = place === undefined ? '' : ` at line ${place.line}, column ${place.col}`
    // The library's own sentence quotes the file; what stands there may be a token in the wrong place.
    deps.problems.add(`${options.path} is not valid YAML (${error.code})${where}: mend that line.${hint}`)
  }
  if (document.errors.length > 0) return { settings: null, raw: {} }
  const raw: unknown = document.toJS() ?? {}
  const parsed = createFileSchema(options).safeParse(raw, { error: describeIssue })
  if (parsed.success) {
    const named = Object.entries(parsed.data).filter(([name]) => name in options.sections)
    return { settings: parsed.data, sections: Object.fromEntries(named) as Sections<S>, raw }
  }
  for (const issue of parsed.error.issues) for (const problem of describe(issue)) deps.problems.add(problem)
  return { settings: null, raw }
}

function readText(deps: { problems: Problems }, options: { path: string; required: boolean }): string | null {
  try {
    return readFileSync(options.path, 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' && !options.required) return ''
    if (code === 'ENOENT')
      deps.problems.add(
        `MEDIKEY_CONFIG names ${options.path}, which does not exist: create it or correct the path.`,
      )
    else
      deps.problems.add(`${options.path} cannot be read (${code}): make it a file that this user may read.`)
    return null
  }
}

function describe(issue: z.core.$ZodIssue): string[] {
  const path = issue.path.reduce<string>(
    (whole, part) =>
      typeof part === 'number'
        ? `${whole}[${part}]`
        : whole === ''
          ? String(part)
          : `${whole}.${String(part)}`,
    '',
  )
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(
      (key) => `${path === '' ? key : `${path}.${key}`} is not a setting: remove it or correct its spelling.`,
    )
  return [`${path === '' ? 'The configuration file' : path} ${issue.message}.`]
}
