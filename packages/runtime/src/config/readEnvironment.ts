import { type EnvironmentSettings, environmentSchema } from './environmentSchema.ts'
import type { Problems } from './Problems.ts'

const names = Object.keys(environmentSchema.shape) as (keyof EnvironmentSettings)[]

/**
 * Reads the variables one by one, so that a bad one does not hide the next. An empty variable counts as
 * absent, because that is what `NAME=` in a compose or unit file means.
 *
 * @returns What is usable, with defaults in the place of what is not; the problems are added to `problems`.
 * @example
 * readEnvironment({ problems }, { PORT: '9000' }).PORT // 9000
 */
export function readEnvironment(
  deps: { problems: Problems },
  env: Readonly<Record<string, string | undefined>>,
): EnvironmentSettings {
  const usable: Record<string, string> = {}
  for (const name of names) {
    const value = env[name]?.trim()
    if (value === undefined || value === '') continue
    const parsed = environmentSchema.shape[name].safeParse(value)
    if (parsed.success) usable[name] = value
    else for (const issue of parsed.error.issues) deps.problems.add(`${name} ${issue.message}.`)
  }
  const unknown = Object.keys(env).filter(
    (name) => name.startsWith('MEDIKEY_') && !(names as string[]).includes(name),
  )
  const known = names.filter((name) => name.startsWith('MEDIKEY_')).join(', ')
  for (const name of unknown.sort())
    deps.problems.add(`${name} is not a variable of MediKey: remove it or use one of ${known}.`)
  return environmentSchema.parse(usable)
}
