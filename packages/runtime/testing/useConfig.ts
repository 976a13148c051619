import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import type { Config } from '../src/config/Config.ts'
import { ConfigError } from '../src/config/ConfigError.ts'
import type { SectionSchemas } from '../src/config/createFileSchema.ts'
import { type LoadConfigOptions, loadConfig } from '../src/config/loadConfig.ts'

export type GivenConfig = {
  /** What stands in medikey.yaml. */
  yaml?: string
  env?: Record<string, string>
  checkPrincipal?: LoadConfigOptions['checkPrincipal']
  sections?: SectionSchemas
}

const DURATIONS = new Map([
  ['30m', 1_800_000],
  ['8h', 28_800_000],
  ['7d', 604_800_000],
  ['2w', 1_209_600_000],
])

/** Knows these durations and no others. */
const parseDuration = (text: string) => DURATIONS.get(text) ?? null

/**
 * Gives each test a directory of its own to load a configuration from.
 *
 * @example
 * const { problemsOf } = useConfig()
 * problemsOf({ env: { PORT: 'x' } }) // ['PORT must be …']
 */
export function useConfig(): {
  readonly cwd: string
  load(given: GivenConfig): Config
  problemsOf(given: GivenConfig): readonly string[]
} {
  let cwd = ''
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), 'medikey-config-'))
  })
  afterEach(() => rmSync(cwd, { recursive: true }))

  const load = ({ yaml, env = {}, checkPrincipal, sections = {} }: GivenConfig) => {
    if (yaml !== undefined) writeFileSync(join(cwd, 'medikey.yaml'), yaml)
    return loadConfig({ env, cwd, parseDuration, sections, ...(checkPrincipal && { checkPrincipal }) })
  }
  return {
    get cwd() {
      return cwd
    },
    load,
    problemsOf(given) {
      try {
        load(given)
      } catch (error) {
        if (error instanceof ConfigError) return error.problems
        throw error
      }
      return []
    },
  }
}
