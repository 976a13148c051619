import type { Settings } from '@medikey/core'
import type { Config } from '@medikey/runtime'
import type { Composition } from './compose.ts'

const NAMES = { slack: 'Slack', discord: 'Discord' } as const

/** What somebody needs to know of a MediKey that just started, as lines. */
export function describeStart(options: {
  config: Pick<Config, 'dataDir' | 'databaseUrl' | 'network' | 'slack'>
  composition: Pick<Composition, 'url' | 'apiUrl'> & {
    readonly settings: Pick<Settings, 'demo' | 'platforms' | 'contract'>
  }
  /** Whether somebody reads it at a terminal, who can stop it there. */
  isTerminal: boolean
}): string {
  const { config, composition, isTerminal } = options
  const { url, apiUrl, settings } = composition
  const { demo, platforms, contract } = settings
  const places = platforms.flatMap((platform) => (platform === 'terminal' ? [] : [NAMES[platform]]))
  return [
    `MediKey is running on ${url} (/livez, /readyz, /metrics${config.slack?.mode === 'http' ? ', /slack/events' : ''}).`,
    `Chain  ${apiUrl} (${config.network}${demo ? ', local: its keys are public and nothing on it is real' : ''})`,
    `       ${contract}`,
    `Data   ${config.databaseUrl === null ? config.dataDir : `the PostgreSQL server of DATABASE_URL; the rest in ${config.dataDir}`}`,
    platforms.includes('terminal')
      ? 'Chat   drawn here, because no chat platform is configured: see "Connecting Slack" and "Connecting Discord" in README.md.'
      : platforms.length === 0
        ? 'Chat   none is configured, so nobody can ask or decide: see "Connecting Slack" and "Connecting Discord" in README.md.'
        : `Chat   ${platforms.join(', ')}`,
    ...(places.length > 0
      ? [`Type /medikey help in ${places.join(' or ')}.${isTerminal ? ' Stop MediKey with Ctrl-C.' : ''}`]
      : []),
    '',
  ].join('\n')
}
