import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { slackScopes } from './slackScopes.ts'

test('are those of the app’s manifest', () => {
  const manifest = readFileSync(new URL('../../../../bots/slack/manifest.yaml', import.meta.url), 'utf8')
  const section = /^ {2}scopes:\n {4}bot:\n((?: {6}.*\n)+)/m.exec(manifest)?.[1] ?? ''
  const scopes = [...section.matchAll(/^ +- (\S+)$/gm)].map((match) => match[1])
  expect([...slackScopes].sort()).toEqual(scopes.sort())
})
