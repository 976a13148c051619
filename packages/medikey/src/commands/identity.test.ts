import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verifyStructuredMessage } from '@medikey/contract-client'
import { formatChallenge, type ShownChallenge, toLinkMessage } from '@medikey/core'
import { createSecret } from '@medikey/runtime'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createTestContext, type TestContext } from '../../testing/createTestContext.ts'
import { openTestTerminal } from '../../testing/openTestTerminal.ts'
import { getPersona } from '../demo/getPersona.ts'
import { createKeystore } from '../keystore/createKeystore.ts'
import { createIdentityCommand } from './identity.ts'

// A keystore is opened with the work that makes guessing slow.
vi.setConfig({ testTimeout: 30_000 })

const passphrase = 'correct horse battery staple'
const nadia = getPersona('nadia')
const tom = getPersona('tom')
/** Of nobody: made up for these tests. */
const ownKey = '1'.repeat(64)

const challenge = (overrides: Partial<ShownChallenge> = {}): ShownChallenge => ({
  account: { platform: 'slack', workspace: 'T0CLINIC', userId: 'U0NADIA' },
  network: 'devnet',
  expiresAt: new Date(Math.ceil(Date.now() / 1000) * 1000 + 600_000),
  nonce: '0f'.repeat(16),
  ...overrides,
})

let dir: string
const closing: (() => Promise<unknown>)[] = []
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'mk-'))
})
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
  rmSync(dir, { recursive: true, force: true })
})

async function sign(
  given: string | ShownChallenge,
  args: readonly string[] = ['--yes'],
  options: {
    input?: string
    env?: Record<string, string>
    terminal?: ReturnType<typeof openTestTerminal>
  } = {},
): Promise<TestContext> {
  const { input = '', env = { MEDIKEY_KEYSTORE_PASSPHRASE: passphrase }, terminal } = options
  const run = createTestContext({ cwd: dir, env, input })
  const context = terminal === undefined ? run.context : { ...run.context, ...terminal }
  const command = createIdentityCommand(context).exitOverride()
  for (const sub of command.commands) sub.exitOverride().configureOutput({ writeErr: () => {} })
  const token = typeof given === 'string' ? given : formatChallenge(given)
  await command.parseAsync(['sign', token, ...args], { from: 'user' })
  return run
}

async function store(...people: { principal: string; privateKey: string; name: string }[]): Promise<void> {
  const keystore = await createKeystore({
    path: join(dir, '.medikey', 'keystore.age'),
    passphrase: createSecret(passphrase),
    workFactor: 4,
  })
  for (const { name, privateKey } of people)
    await keystore.add({ name, network: 'devnet', privateKey: createSecret(privateKey) })
}

/** What the line that was printed proves. */
function judge(run: TestContext, shown: ShownChallenge) {
  const { network } = shown
  const [, principal = '', signature = ''] = /^\/medikey link (\S+) (\S+)\n$/.exec(run.stdout()) ?? []
  const message = toLinkMessage({ challenge: shown, principal })
  return { principal, verdict: verifyStructuredMessage({ message, network, principal, signature }) }
}

describe('what is printed is the line to paste, with a signature that holds,', () => {
  test('by the only key of the keystore', async () => {
    await store(nadia)
    const shown = challenge()
    expect(judge(await sign(shown), shown)).toEqual({ principal: nadia.principal, verdict: 'valid' })
  })

  test('by the key of the keystore that is named', async () => {
    await store(nadia, tom)
    const shown = challenge()
    const run = await sign(shown, ['--principal', tom.principal, '--yes'])
    expect(judge(run, shown)).toEqual({ principal: tom.principal, verdict: 'valid' })
  })

  test.each(['devnet', 'testnet', 'mainnet'] as const)(
    'by a key that is piped in, on %s',
    async (network) => {
      const shown = challenge({ network })
      const run = await sign(shown, ['--yes'], { input: `${ownKey}\n`, env: {} })
      expect(judge(run, shown).verdict).toBe('valid')
      expect(run.stdout() + run.stderr()).not.toContain(ownKey)
    },
  )

  test('by another key although there is a keystore', async () => {
    await store(nadia)
    const shown = challenge()
    const run = await sign(shown, ['--other-key', '--yes'], { input: tom.privateKey })
    expect(judge(run, shown)).toEqual({ principal: tom.principal, verdict: 'valid' })
  })

  test('as JSON for scripts', async () => {
    await store(nadia)
    const run = await sign(challenge(), ['--yes', '--json'])
    const printed = JSON.parse(run.stdout())
    expect(printed).toMatchObject({
      principal: nadia.principal,
      account: challenge().account,
      network: 'devnet',
    })
    expect(printed.line).toBe(`/medikey link ${printed.principal} ${printed.signature}`)
  })
})

describe('before anything is signed', () => {
  test('it is told in words for whom, where, as whom and until when, and asked', async () => {
    await store(nadia)
    const terminal = openTestTerminal()
    const shown = challenge()
    const signing = sign(shown, [], { terminal })
    await expect.poll(() => terminal.shown(), { timeout: 20_000 }).toContain('Type yes to sign')
    for (const part of ['slack user U0NADIA of workspace T0CLINIC', `${nadia.principal} on devnet`])
      expect(terminal.shown()).toContain(part)
    expect(terminal.shown()).toContain(shown.expiresAt.toISOString().slice(11, 19))
    terminal.type('yes')
    expect(judge(await signing, shown).verdict).toBe('valid')
  })

  test.each(['no', '', 'y', '\u0003'])('an answer of %j stops it', async (answer) => {
    await store(nadia)
    const terminal = openTestTerminal()
    const signing = sign(challenge(), [], { terminal })
    signing.catch(() => {})
    await expect.poll(() => terminal.shown(), { timeout: 20_000 }).toContain('Type yes to sign')
    terminal.type(answer)
    await expect(signing).rejects.toMatchObject({ code: 'PROMPT_CANCELLED' })
  })

  test('nobody to ask stops it', async () => {
    await store(nadia)
    await expect(sign(challenge(), [])).rejects.toMatchObject({
      code: 'SIGNING_NOT_CONFIRMED',
      userMessage: expect.stringContaining('--yes'),
    })
  })
})

describe('nothing is signed of', () => {
  const token = () => formatChallenge(challenge())

  test.each([
    ['nothing', () => ''],
    ['a word', () => 'please'],
    ['a challenge that lost its end', () => token().slice(0, -1)],
    ['a challenge that lost its beginning', () => token().slice(1)],
    ['a challenge of another version', () => token().replace('link/1/', 'link/2/')],
    ['a challenge with a line break in it', () => token().replace('U0', 'U\n0')],
    ['a challenge with escape sequences', () => token().replace('U0', '\u001b[2J')],
    ['a challenge of an unknown chain', () => token().replace('devnet', 'moonnet')],
    ['two challenges', () => `${token()}${token()}`],
  ])('%s', async (_, given) => {
    await expect(sign(given(), ['--yes'], { input: ownKey })).rejects.toMatchObject({
      code: 'CHALLENGE_MALFORMED',
      userMessage: expect.stringContaining('/medikey link'),
    })
  })

  test('a challenge that is over', async () => {
    const expiresAt = new Date(Math.floor(Date.now() / 1000) * 1000)
    await expect(sign(challenge({ expiresAt }))).rejects.toMatchObject({ code: 'CHALLENGE_EXPIRED' })
  })

  test('a challenge of another network than medikey.yaml’s, or the one that is named', async () => {
    const wrong = {
      code: 'CHALLENGE_NETWORK_WRONG',
      userMessage: expect.stringContaining('--network testnet'),
    }
    const foreign = challenge({ network: 'testnet' })
    const named = sign(foreign, ['--network', 'devnet', '--yes'], { input: ownKey })
    await expect(named).rejects.toMatchObject(wrong)
    writeFileSync(join(dir, 'medikey.yaml'), 'network: devnet\n')
    await expect(sign(foreign, ['--yes'], { input: ownKey })).rejects.toMatchObject(wrong)
    const meant = await sign(foreign, ['--network', 'testnet', '--yes'], { input: ownKey })
    expect(judge(meant, foreign).verdict).toBe('valid')
  })

  test('a challenge of another network than the key’s', async () => {
    await store(nadia)
    await expect(sign(challenge({ network: 'testnet' }))).rejects.toMatchObject({
      code: 'SIGNING_KEY_UNKNOWN',
      userMessage: expect.stringContaining('no key of testnet'),
    })
  })
})

describe('no key signs', () => {
  test('when the keystore has several and none is named', async () => {
    await store(nadia, tom)
    await expect(sign(challenge())).rejects.toMatchObject({
      code: 'SIGNING_KEY_UNKNOWN',
      userMessage: expect.stringContaining(`--principal which is yours, of ${nadia.principal}`),
    })
  })

  test('of a principal that the keystore does not have', async () => {
    await store(nadia)
    const signing = sign(challenge(), ['--principal', tom.principal, '--yes'])
    await expect(signing).rejects.toMatchObject({ code: 'SIGNING_KEY_UNKNOWN' })
  })

  test('that is another’s than was said', async () => {
    const signing = sign(challenge(), ['--principal', tom.principal, '--yes'], { input: ownKey })
    await expect(signing).rejects.toMatchObject({ code: 'SIGNING_KEY_UNKNOWN' })
  })

  test('that everybody knows, outside a devnet', async () => {
    const signing = sign(challenge({ network: 'testnet' }), ['--yes'], { input: tom.privateKey })
    await expect(signing).rejects.toMatchObject({ code: 'KEY_PUBLIC' })
  })

  test('when none is given', async () => {
    await expect(sign(challenge())).rejects.toMatchObject({ code: 'KEY_MISSING' })
  })
})

describe('somebody of the demo', () => {
  /** A place that answers `/local` as a chain of ours does. */
  async function startChain(answer: unknown): Promise<string> {
    const server = createServer((_, response) => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    closing.push(() => new Promise((resolve) => server.close(resolve)))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }
  const as = async (answer: unknown, shown: ShownChallenge) =>
    sign(shown, ['--persona', 'nadia', '--yes'], { env: { STACKS_API_URL: await startChain(answer) } })

  test('signs beside a local chain', async () => {
    const shown = challenge()
    const run = await as({ localChain: true }, shown)
    expect(judge(run, shown)).toEqual({ principal: nadia.principal, verdict: 'valid' })
  })

  test('does not sign beside another node, nor for another network', async () => {
    const notHere = { code: 'PERSONA_NOT_HERE' }
    await expect(as({}, challenge())).rejects.toMatchObject(notHere)
    const testnet = challenge({ network: 'testnet' })
    await expect(as({ localChain: true }, testnet)).rejects.toMatchObject(notHere)
  })
})
