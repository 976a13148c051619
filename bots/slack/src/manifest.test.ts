import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { startClinic } from '../testing/startClinic.ts'

/** Bot scopes that Slack asks for, by method; the methods left out here need none, or an app-level token. */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
  'apps.connections.open': [],
  'auth.test': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.open': ['im:write'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'views.open': [],
}

const manifest = z
  .object({
    display_information: z.object({
      name: z.string().max(35),
      description: z.string().max(140),
      long_description: z.string().min(174).max(4000),
    }),
    features: z.object({
      app_home: z.object({ messages_tab_enabled: z.literal(true) }),
      slash_commands: z.tuple([
        z.object({
          command: z.literal('/medikey'),
          should_escape: z.literal(true),
          description: z.string().max(2000),
          usage_hint: z.string().max(1000),
        }),
      ]),
    }),
    oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
    settings: z.object({
      interactivity: z.object({ is_enabled: z.literal(true) }),
      socket_mode_enabled: z.literal(true),
    }),
  })
  .parse(parse(readFileSync(new URL('../manifest.yaml', import.meta.url), 'utf8')))

test('the manifest asks for the scopes of the methods that the app calls, and for no other', async () => {
  const clinic = await startClinic()
  const { slack, connection, deliver } = clinic
  slack.fail({ method: 'response_url', kind: 'status', status: 500, accepted: false })
  await slack.command({ user: 'U0ALICE', text: 'grant 1 @nadia 500 ward round' })
  await vi.waitFor(() => expect(slack.ephemerals('U0ALICE')).toHaveLength(1))
  await deliver()
  const [card] = slack.messages('C0APPROVE')
  if (card === undefined) throw new Error('no card')
  await slack.click({ user: 'U0CMO', message: card, actionId: 'medikey_deny' })
  const view = await vi.waitFor(() => slack.modal('U0CMO') ?? Promise.reject(new Error('no form yet')))
  await slack.submitView({ view, values: { reason: 'no' } })
  await vi.waitFor(() => expect(slack.ephemerals('U0CMO')).toHaveLength(1))
  await deliver()
  const message = {
    title: 'x',
    tone: 'neutral',
    paragraphs: [],
    fields: [],
    footer: [],
    actions: [],
  } as const
  const ref = await connection.messenger.postCard({
    key: 'k',
    message,
    requestId: 'r',
    userId: null,
    maybePosted: true,
  })
  await connection.messenger.postThread({ key: 't', message, ref, maybePosted: true })

  const called = [...new Set(slack.calls().map(({ method }) => method))].toSorted()
  expect(called).toEqual(Object.keys(SCOPES).toSorted())
  const needed = new Set(['commands', ...called.flatMap((method) => SCOPES[method] ?? [])])
  expect(manifest.oauth_config.scopes.bot.toSorted()).toEqual([...needed].toSorted())
})
