import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { methods } from '../testing/methods/methods.ts'
import { readManifest } from '../testing/readManifest.ts'
import { manifestSchema } from '../testing/schemas/manifestSchema.ts'

const { features, oauth_config, settings } = manifestSchema.parse(readManifest())
const granted = oauth_config.scopes.bot

/** Methods that Slack's own libraries call for us. */
const INDIRECT = ['apps.connections.open', 'files.getUploadURLExternal', 'files.completeUploadExternal']

/** Every method of the Web API that the source calls, as `client.views.open(…)`. */
const called = [
  ...new Set([
    ...INDIRECT,
    ...globSync('**/*.ts', { cwd: import.meta.dirname })
      .filter((path) => !path.endsWith('.test.ts'))
      .map((path) => readFileSync(new URL(path, import.meta.url), 'utf8'))
      .flatMap((source) => [...source.matchAll(/\bclient\.([a-z]+(?:\.\w+)+)\(/g)])
      .map((match) => match[1] ?? ''),
  ]),
].toSorted()

describe('the manifest', () => {
  test('is read beside the source’s calls, which the double knows all', () => {
    expect(called.length).toBeGreaterThan(5)
    expect(called.filter((method) => methods[method] === undefined)).toEqual([])
  })

  test.each(called)('has the scopes that %s needs', (method) => {
    const { token, scopes = [] } = methods[method] ?? {}
    expect(token === 'app' ? [] : scopes.filter((scope) => !granted.includes(scope))).toEqual([])
  })

  test.each(granted)('has a caller for %s', (scope) => {
    const hasCaller = called.some((method) => methods[method]?.scopes.includes(scope))
    const isForTyping = scope === 'commands' && features.slash_commands.length + features.shortcuts.length > 0
    expect(hasCaller || isForTyping).toBe(true)
  })

  test('declares what people use: one command whose mentions are escaped, a shortcut, and both tabs', () => {
    expect(features).toMatchObject({
      app_home: { home_tab_enabled: true, messages_tab_enabled: true },
      slash_commands: [{ command: '/medikey', should_escape: true }],
      shortcuts: [{ type: 'message', callback_id: 'medikey_request_access' }],
    })
    expect(settings).toMatchObject({
      event_subscriptions: { bot_events: ['app_home_opened'] },
      interactivity: { is_enabled: true },
      socket_mode_enabled: true,
    })
  })

  test('says why it needs each scope', () => {
    const text = readFileSync(new URL('../manifest.yaml', import.meta.url), 'utf8')
    const section = text.slice(text.indexOf('    bot:'), text.indexOf('\nsettings:'))
    for (const group of section.split(/(?<=^ {6}- \S+$)\n(?= {6}#)/m)) expect(group).toMatch(/^ {6}# /m)
  })
})
