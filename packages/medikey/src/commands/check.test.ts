import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMessage } from '@medikey/core'
import { createLocalChain } from '@medikey/local-chain'
import { createLogger, createSecret, defineControlHandler, lockDataDir, serveControl } from '@medikey/runtime'
import { createFakeSlack } from '@medikey/slack/testing'
import { openStore } from '@medikey/store'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createTestContext } from '../../testing/createTestContext.ts'
import { findManifest } from '../chain/findManifest.ts'
import { getPersona } from '../demo/getPersona.ts'
import { createKeystore } from '../keystore/createKeystore.ts'
import { createCheckCommand } from './check.ts'

type Check = { name: string; ok: boolean; detail: string }

const chain = await createLocalChain({
  manifestPath: findManifest({ cwd: import.meta.dirname }),
  port: 0,
  mining: 'manual',
})
afterAll(() => chain.close())

let dir: string
let ends: (() => unknown)[] = []
let env: Record<string, string>
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'mk-'))
  env = { PORT: '0', STACKS_API_URL: chain.url }
})
afterEach(async () => {
  for (const end of ends.reverse()) await end()
  ends = []
  rmSync(dir, { recursive: true, force: true })
})

async function findFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function check(): Promise<{ ok: boolean; checks: Check[]; exitCode: number | null; text: string }> {
  const run = createTestContext({ cwd: dir, env })
  await createCheckCommand(run.context).parseAsync(['--json'], { from: 'user' })
  const { ok, checks } = JSON.parse(run.stdout())
  return { ok, checks, exitCode: run.exitCode(), text: run.stdout() }
}

async function checkOne(name: string): Promise<Check> {
  const { checks } = await check()
  const found = checks.find((candidate) => candidate.name === name)
  if (found === undefined) throw new Error(`There is no check ${name} among ${JSON.stringify(checks)}`)
  return found
}

test('a demo with nothing configured is fine', async () => {
  env = { PORT: '0', MEDIKEY_CHAIN_PORT: `${await findFreePort()}` }
  const { ok, checks, exitCode } = await check()
  expect({ ok, exitCode }).toEqual({ ok: true, exitCode: 0 })
  expect(checks.map((one) => one.name)).toEqual([
    'configuration',
    'chain',
    'chain port',
    'database',
    'slack',
    'discord',
    'identities',
    'keystore',
    'port',
  ])
})

test('without --json it is one line a check, with what to do', async () => {
  env.PORT = 'many'
  const run = createTestContext({ cwd: dir, env })
  await createCheckCommand(run.context).parseAsync([], { from: 'user' })
  expect(run.stdout()).toBe('✗ configuration  PORT must be a whole number from 0 to 65535.\n')
  expect(run.exitCode()).toBe(1)
})

test('what says nothing good has a sign of its own', async () => {
  const run = createTestContext({ cwd: dir, env })
  await createCheckCommand(run.context).parseAsync([], { from: 'user' })
  expect(run.stdout()).toMatch(/^– slack /m)
  expect(run.stdout()).toMatch(/^✓ contract /m)
})

test('every problem of the configuration is told, and no value of a secret', async () => {
  env = { PORT: '-1', SLACK_BOT_TOKEN: 'hunter2', MEDIKEY_TYPO: 'x', STACKS_API_URL: 'http://example.com' }
  writeFileSync(join(dir, 'medikey.yaml'), 'network: moon\nidentitys: []\n')
  const { ok, checks, text } = await check()
  expect(ok).toBe(false)
  expect(checks.every((one) => one.name === 'configuration' && !one.ok)).toBe(true)
  for (const name of ['PORT', 'SLACK_BOT_TOKEN', 'MEDIKEY_TYPO', 'STACKS_API_URL', 'network', 'identitys']) {
    expect(text).toContain(name)
  }
  expect(text).not.toContain('hunter2')
})

describe('the chain', () => {
  async function serve(answer: (path: string) => { status: number; body: unknown }): Promise<string> {
    const server: Server = createServer((request, response) => {
      const { status, body } = answer(request.url ?? '')
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    ends.push(() => new Promise((resolve) => server.close(resolve).closeAllConnections()))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  test('is told with its tip, and the contract with its height', async () => {
    expect(await checkOne('chain')).toMatchObject({
      ok: true,
      detail: expect.stringMatching(/answers: devnet, block \d+\.$/),
    })
    expect(await checkOne('contract')).toMatchObject({
      ok: true,
      detail: expect.stringContaining('medvault stands'),
    })
  })

  test('without the contract is no use', async () => {
    const { principal } = getPersona('tom')
    writeFileSync(join(dir, 'medikey.yaml'), `contract: ${principal}.medvault\n`)
    expect(await checkOne('contract')).toEqual({
      name: 'contract',
      ok: false,
      detail: `${principal}.medvault is not deployed there. Correct contract in medikey.yaml, or deploy it with "medikey deploy".`,
    })
  })

  test('that nobody answers for is named with its address', async () => {
    env.STACKS_API_URL = 'http://127.0.0.1:1'
    const { ok, detail } = await checkOne('chain')
    expect(ok).toBe(false)
    expect(detail).toMatch(/^http:\/\/127\.0\.0\.1:1: .*Check STACKS_API_URL/)
  })

  test('of another network is refused', async () => {
    const hash = `0x${'0'.repeat(64)}`
    const tip = { block_height: 1, block_hash: hash, burn_block_height: 1 }
    env.STACKS_API_URL = await serve((path) => ({
      status: 200,
      body: path === '/v2/info' ? { network_id: 1 } : { chain_tip: tip },
    }))
    const { ok, detail } = await checkOne('chain')
    expect(ok).toBe(false)
    expect(detail).toContain('another network, not of devnet')
  })

  test.each([
    ['not with JSON', () => ({ status: 200, body: 'hello' })],
    ['with an error', () => ({ status: 500, body: {} })],
  ])('that answers %s is refused', async (_, answer) => {
    env.STACKS_API_URL = await serve(answer)
    expect(await checkOne('chain')).toMatchObject({ ok: false })
  })
})

describe('the data directory', () => {
  test.each([
    ['that cannot be made', 'file/data', 'is a file, or lies below one'],
    ['that cannot be reached', 'loop', 'cannot be reached (ELOOP)'],
  ])('%s is a problem, with a database of its own too', async (_, path, sentence) => {
    writeFileSync(join(dir, 'file'), '')
    symlinkSync('loop', join(dir, 'loop'))
    env.MEDIKEY_DATA_DIR = path
    const problem = { ok: false, detail: expect.stringContaining(sentence) }
    expect(await checkOne('database')).toMatchObject(problem)
    env.DATABASE_URL = 'postgres://127.0.0.1:1/medikey'
    expect(await checkOne('database')).toMatchObject(problem)
  })

  test('that cannot be reached hides no keystore', async () => {
    symlinkSync('loop', join(dir, 'loop'))
    env.MEDIKEY_DATA_DIR = 'loop'
    expect(await checkOne('keystore')).toMatchObject({
      ok: false,
      detail: expect.stringContaining('cannot be read (ELOOP)'),
    })
  })
})

describe('the database', () => {
  test('is not made by looking for it', async () => {
    env.MEDIKEY_DATA_DIR = 'data'
    expect((await checkOne('database')).detail).toContain('will be made')
    expect(existsSync(join(dir, 'data'))).toBe(false)
  })

  test('that another process holds, but answers on no socket, is told with its holder', async () => {
    mkdirSync(join(dir, '.medikey', 'store'), { recursive: true, mode: 0o700 })
    const lock = await lockDataDir({
      dataDir: join(dir, '.medikey'),
      name: 'medikey',
      command: 'medikey start',
    })
    ends.push(() => lock.release())
    expect(await checkOne('database')).toMatchObject({
      ok: false,
      detail: expect.stringContaining(`process ${process.pid} (medikey start`),
    })
  })

  test('that does not answer at DATABASE_URL is refused without its password', async () => {
    env.DATABASE_URL = 'postgres://medikey:hunter2@127.0.0.1:1/medikey'
    const { ok, detail } = await checkOne('database')
    expect(ok).toBe(false)
    expect(detail).toContain('Check DATABASE_URL')
    expect(detail).not.toContain('hunter2')
  })
})

test('what waits to be told is said with nothing running, and told once the store is there', async () => {
  expect((await check()).checks.map(({ name }) => name)).not.toContain('messages')
  const dataDir = join(dir, '.medikey')
  mkdirSync(dataDir, { mode: 0o700 })
  const opened = await openStore({ databaseUrl: null, dataDir })
  await opened.store.transaction((unit) =>
    unit.addPosts([
      {
        ...{ id: 'p1', lane: { subject: { principal: 'ST1' }, platform: 'slack' }, kind: 'direct' },
        ...{ recipient: 'ST1', message: createMessage({ title: 'Hello' }), at: new Date(0) },
      },
    ]),
  )
  await opened.close()
  const { checks } = await check()
  expect(checks.find(({ name }) => name === 'messages')).toMatchObject({
    ok: true,
    detail: '1 message to slack waiting since 1970-01-01T00:00:00.000Z: slack is not configured.',
  })
}, 60_000)

test('a webhook without its secret is a problem before the start', async () => {
  expect((await check()).checks.map(({ name }) => name)).not.toContain('webhook')
  writeFileSync(
    join(dir, 'medikey.yaml'),
    'alerts: { webhook: { url: "https://alerts.example.com/hush-hush" } }\n',
  )
  expect(await checkOne('webhook')).toMatchObject({
    ok: false,
    detail: expect.stringContaining('MEDIKEY_WEBHOOK_SECRET is missing'),
  })
  env.MEDIKEY_WEBHOOK_SECRET = 'a-secret-of-some-length-that-both-know'
  const { checks, text } = await check()
  expect(checks.find(({ name }) => name === 'webhook')).toMatchObject({ ok: true, isNeutral: true })
  expect(text).not.toMatch(/hush-hush|a-secret-of/)
})

test('what is switched off, and routes to what is not configured, are named', async () => {
  const neutral = (name: string, detail: string) => ({ name, ok: true, isNeutral: true, detail })
  const yaml = (routes: string) => `
monitors: { access-volume: { enabled: false }, unsanctioned-change: { enabled: false } }
alerts: { routes: [${routes}], webhook: { url: "https://alerts.example.com/x" } }
`
  env.MEDIKEY_WEBHOOK_SECRET = 'a-secret-of-some-length-that-both-know'
  writeFileSync(
    join(dir, 'medikey.yaml'),
    yaml('{ to: [] }, { to: [webhook] }, { to: [slack, webhook] }, { to: [discord, slack] }'),
  )
  const { ok, checks } = await check()
  expect(ok).toBe(true)
  expect(checks.filter(({ name }) => name === 'monitors' || name === 'routes')).toEqual([
    neutral('routes', 'alerts.routes[2] names slack, which is not configured. The rest of it counts.'),
    neutral(
      'routes',
      'alerts.routes[3] names discord and slack, which are not configured. With nothing else in it, what fits it is told everywhere that is configured.',
    ),
    neutral(
      'monitors',
      'Switched off in medikey.yaml: access-volume, unsanctioned-change. Nobody is told of what they watch.',
    ),
  ])
})

test('a running MediKey is asked over its socket, and its port and store are its own', async () => {
  mkdirSync(join(dir, '.medikey'), { mode: 0o700 })
  const control = await serveControl({
    socketPath: join(dir, '.medikey', 'medikey.sock'),
    handlers: {
      status: defineControlHandler({
        params: z.null(),
        run: () => ({
          ...{ url: 'http://127.0.0.1:5', isConfigChanged: true },
          heartbeat: { heardAt: '2026-01-01T09:00:00.000Z', problem: 'HTTP status 404' },
        }),
      }),
    },
    logger: createLogger({ level: 'silent', name: 'test' }),
  })
  ends.push(() => control.close())
  const { checks } = await check()
  expect(checks).toContainEqual({
    name: 'port',
    ok: true,
    detail: 'MediKey is running and serves http://127.0.0.1:5.',
  })
  expect(checks).toContainEqual({
    name: 'heartbeat',
    ok: false,
    detail: expect.stringMatching(
      /^Heard last at 2026-01-01T09:00:00.000Z; the last time: HTTP status 404\./,
    ),
  })
  expect(checks.find((one) => one.name === 'database')?.detail).toContain('open in the running MediKey')
  expect(checks).toContainEqual({
    name: 'configuration',
    ok: true,
    isNeutral: true,
    detail: expect.stringContaining('restart it'),
  })
})

describe('the keystore', () => {
  const passphrase = 'correct horse battery staple'
  const alice = getPersona('alice')

  async function addKey() {
    const path = join(dir, '.medikey', 'keystore.age')
    const keystore = await createKeystore({ path, passphrase: createSecret(passphrase), workFactor: 4 })
    const { name, privateKey } = alice
    await keystore.add({ name, network: 'devnet', privateKey: createSecret(privateKey) })
  }
  const identify = () =>
    writeFileSync(
      join(dir, 'medikey.yaml'),
      [alice, getPersona('nadia')].reduce(
        (yaml, { name, principal }) => `${yaml}  - { name: ${name}, principal: ${principal} }\n`,
        'identities:\n',
      ),
    )

  test('that is missing is a problem where keys are needed', async () => {
    expect(await checkOne('keystore')).toMatchObject({
      ok: true,
      detail: expect.stringContaining('are public'),
    })
    env.STACKS_API_URL = 'http://127.0.0.1:1'
    expect(await checkOne('keystore')).toMatchObject({
      ok: false,
      detail: expect.stringContaining('keys add'),
    })
  })

  test('that opens is told with whom it has no key for', async () => {
    await addKey()
    identify()
    env.MEDIKEY_KEYSTORE_PASSPHRASE = passphrase
    const { ok, detail } = await checkOne('keystore')
    expect(ok).toBe(true)
    expect(detail).toContain('holds 1 key of devnet. None for Nadia Rahman:')
  })

  test.each([
    ['no', null, 'MEDIKEY_KEYSTORE_PASSPHRASE is not set'],
    ['a wrong', 'not the passphrase', 'passphrase'],
  ])('with %s passphrase is a problem, and the passphrase is not repeated', async (_, given, sentence) => {
    await addKey()
    if (given !== null) env.MEDIKEY_KEYSTORE_PASSPHRASE = given
    const { checks, text } = await check()
    const found = checks.find((one) => one.name === 'keystore')
    expect(found).toMatchObject({ ok: false, detail: expect.stringContaining(sentence) })
    expect(text).not.toContain(given ?? passphrase)
  })
})

test('Slack and the people in it are part of it', async () => {
  const cmo = getPersona('cmo')
  const slack = await createFakeSlack()
  ends.push(() => slack.close())
  Object.assign(env, {
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
  })
  const lines = [
    'channels:',
    '  slack: { approvals: C0APPROVE, alerts: C0ALERTS }',
    'identities:',
    `  - { name: ${cmo.name}, principal: ${cmo.principal}, slack: U0CMO }`,
  ]
  writeFileSync(join(dir, 'medikey.yaml'), lines.join('\n'))
  expect(await checkOne('slack approvals')).toMatchObject({ ok: true })
  expect((await checkOne('identities')).detail).toContain('is Dr. Clara Okafor.')

  writeFileSync(join(dir, 'medikey.yaml'), lines.slice(0, 2).join('\n'))
  expect(await checkOne('identities')).toMatchObject({
    isNeutral: true,
    detail: expect.stringContaining(cmo.principal),
  })

  // Who deploys the contract of a local chain is known before it runs.
  delete env.STACKS_API_URL
  env.MEDIKEY_CHAIN_PORT = `${await findFreePort()}`
  expect(await checkOne('identities')).toMatchObject({
    isNeutral: true,
    detail: expect.stringContaining(cmo.principal),
  })
  writeFileSync(join(dir, 'medikey.yaml'), lines.join('\n'))
  expect(await checkOne('identities')).not.toHaveProperty('isNeutral')
})
