import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLogger, createSecret, defineControlHandler, serveControl } from '@medikey/runtime'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { createTestContext, type TestContext } from '../../testing/createTestContext.ts'
import { getPersona } from '../demo/getPersona.ts'
import { createKeystore } from '../keystore/createKeystore.ts'
import { createKeysCommand } from './keys.ts'

// The commands encrypt with the full work that makes guessing slow.
vi.setConfig({ testTimeout: 30_000 })

const passphrase = 'correct horse battery staple'
const alice = getPersona('alice')
const ben = getPersona('ben')
const mnemonicOfBen =
  'hold excess usual excess ring elephant install account glad dry fragile donkey gaze humble truck breeze nation gasp vacuum limb head keep delay hospital'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'mk-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

async function keys(
  args: readonly string[],
  options: { input?: string; env?: Record<string, string> } = {},
): Promise<TestContext> {
  const { input = '', env = { MEDIKEY_KEYSTORE_PASSPHRASE: passphrase } } = options
  const run = createTestContext({ cwd: dir, env, input })
  const command = createKeysCommand(run.context).exitOverride()
  for (const sub of command.commands) sub.exitOverride().configureOutput({ writeErr: () => {} })
  await command.parseAsync(args, { from: 'user' })
  return run
}

const open = () =>
  createKeystore({
    path: join(dir, '.medikey', 'keystore.age'),
    passphrase: createSecret(passphrase),
    workFactor: 4,
  })
const addAlice = async () => {
  const { name, privateKey } = alice
  return (await open()).add({ name, network: 'devnet', privateKey: createSecret(privateKey) })
}

describe('keys add', () => {
  test('takes a private key from a pipe and shows whose it is, not what it is', async () => {
    const run = await keys(['add', '--name', alice.name], { input: `${alice.privateKey}\n` })
    expect(run.stdout()).toBe(`Added ${alice.principal}  devnet  ${alice.name}\n`)
    expect((await open()).getSigner(alice.principal)?.address).toBe(alice.principal)
    expect(run.stdout() + run.stderr()).not.toContain(alice.privateKey.slice(0, 16))
  })

  test('takes a mnemonic, and prints the entry as JSON when asked to', async () => {
    const run = await keys(['add', '--name', ben.name, '--json'], { input: mnemonicOfBen })
    expect(JSON.parse(run.stdout())).toMatchObject({
      principal: ben.principal,
      name: ben.name,
      network: 'devnet',
    })
    expect(run.stdout() + run.stderr()).not.toContain('hospital')
  })

  test('has no option for the key itself', async () => {
    const typed = keys(['add', '--name', alice.name, '--key', alice.privateKey])
    await expect(typed).rejects.toMatchObject({ code: 'commander.unknownOption' })
    await expect(keys(['add', alice.privateKey])).rejects.toThrow()
  })

  test.each([
    ['nothing', '', 'KEY_MISSING'],
    ['white space', ' \n\t', 'KEY_MISSING'],
    ['a key that is too short', 'abcdef', 'INVALID_ARGUMENT'],
    ['words that are no mnemonic', 'one two three', 'KEY_INVALID'],
  ])('refuses %s, and keeps nothing', async (_, input, code) => {
    const added = keys(['add', '--name', alice.name], { input })
    await expect(added).rejects.toMatchObject({ code })
    await expect(added).rejects.toThrow(/^(?!.*(abcdef|one two))/s)
    expect(existsSync(join(dir, '.medikey', 'keystore.age'))).toBe(false)
  })

  test.each(['-1', '100', '1.5', 'first', ''])('refuses %j as an index', async (index) => {
    const added = keys(['add', '--name', ben.name, '--index', index], { input: mnemonicOfBen })
    await expect(added).rejects.toMatchObject({ code: 'commander.invalidArgument' })
  })

  test('refuses a key that everybody knows outside a devnet', async () => {
    writeFileSync(join(dir, 'medikey.yaml'), `network: testnet\ncontract: ${ben.principal}.medvault\n`)
    const env = { MEDIKEY_KEYSTORE_PASSPHRASE: passphrase, STACKS_API_URL: 'http://127.0.0.1:1' }
    const added = keys(['add', '--name', alice.name], { input: alice.privateKey, env })
    await expect(added).rejects.toMatchObject({ code: 'KEY_PUBLIC' })
  })

  test('needs a passphrase, and does not take it from the pipe', async () => {
    const added = keys(['add', '--name', alice.name], { input: alice.privateKey, env: {} })
    await expect(added).rejects.toMatchObject({
      code: 'PASSPHRASE_MISSING',
      userMessage: expect.stringContaining('MEDIKEY_KEYSTORE_PASSPHRASE'),
    })
  })

  test('works beside a running MediKey and says that it has to be restarted', async () => {
    await addAlice()
    const control = await serveControl({
      socketPath: join(dir, '.medikey', 'medikey.sock'),
      handlers: {
        status: defineControlHandler({ params: z.null(), run: () => ({ url: 'http://127.0.0.1:5' }) }),
      },
      logger: createLogger({ level: 'silent', name: 'test' }),
    })
    const run = await keys(['add', '--name', ben.name], { input: ben.privateKey })
    await control.close()
    expect(run.stdout()).toContain(ben.principal)
    expect(run.stderr()).toContain('Restart the running MediKey')
  })
})

describe('keys list', () => {
  test('shows whose keys there are', async () => {
    const { addedAt } = await addAlice()
    expect((await keys(['list'])).stdout()).toBe(`${alice.principal}  devnet  ${alice.name}\n`)
    const entries = JSON.parse((await keys(['list', '--json'])).stdout())
    expect(entries).toEqual([{ principal: alice.principal, name: alice.name, network: 'devnet', addedAt }])
  })

  test('needs no passphrase to say that there are none', async () => {
    expect((await keys(['list'], { env: {} })).stdout()).toContain('There are no keys')
    expect((await keys(['list', '--json'], { env: {} })).stdout()).toBe('[]\n')
  })

  test('does not say that there are none where it cannot look', async () => {
    symlinkSync('loop', join(dir, 'loop'))
    const listed = keys(['list'], { env: { MEDIKEY_DATA_DIR: 'loop' } })
    await expect(listed).rejects.toThrow('cannot be read (ELOOP)')
  })

  test('refuses a wrong passphrase without repeating it', async () => {
    await addAlice()
    const listed = keys(['list'], { env: { MEDIKEY_KEYSTORE_PASSPHRASE: 'not the passphrase' } })
    await expect(listed).rejects.toMatchObject({ code: 'KEYSTORE_WRONG_PASSPHRASE' })
    await expect(listed).rejects.toThrow(/^(?!.*not the passphrase)/s)
  })
})

describe('keys remove', () => {
  test('takes a key away', async () => {
    await addAlice()
    await keys(['remove', alice.principal])
    expect((await open()).list()).toEqual([])
  })

  test('says so when there is no such key', async () => {
    await addAlice()
    await expect(keys(['remove', ben.principal])).rejects.toMatchObject({ code: 'KEY_NOT_FOUND' })
    expect((await open()).list()).toHaveLength(1)
  })
})
