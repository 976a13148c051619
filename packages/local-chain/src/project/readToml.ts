import { readFile } from 'node:fs/promises'
import { parse } from 'smol-toml'
import type { z } from 'zod'
import { ProjectInvalidError } from '../errors/ProjectInvalidError.ts'
import { ProjectNotFoundError } from '../errors/ProjectNotFoundError.ts'

/**
 * Reads a TOML file of a Clarinet project.
 *
 * @throws ProjectNotFoundError when there is no such file.
 * @throws ProjectInvalidError when it is no TOML, or says something else than the schema.
 */
export async function readToml<T extends z.ZodType>({
  path,
  what,
  schema,
}: {
  path: string
  what: string
  schema: T
}): Promise<z.infer<T>> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (cause) {
    throw new ProjectNotFoundError({ path, what, cause })
  }
  let content: unknown
  try {
    content = parse(text, { integersAsBigInt: 'asNeeded' })
  } catch (cause) {
    throw new ProjectInvalidError({ path, problem: 'it is not valid TOML', cause })
  }
  const parsed = schema.safeParse(content)
  if (parsed.success) return parsed.data
  const problem = parsed.error.issues
    .map((issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`)
    .join('; ')
  throw new ProjectInvalidError({ path, problem })
}
