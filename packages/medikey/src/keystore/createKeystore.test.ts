import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { createSecret, type Secret } from '@medikey/runtime'
import { Encrypter } from 'age-encryption'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type CreateKeystoreOptions, createKeystore } from './createKeystore.ts'

const MNEMONIC =
  'sell invite acquire kitten bamboo drastic jelly vivid peace spawn twice guilt pave pen trash pretty park cube fragile unaware remain midnight betray rebuild'
const ALICE = 'ST1SJ3DTE5DN7X54YDH5D64R3BCB6A2AG2ZQ8YPD5'
const KEY = '7287ba251d44a4d3fd9276c88ce34c5c52a038955511cccaf77e61068649c178'
const OWN_KEY = '11'.repeat(32)
const PASSPHRASE = createSecret('correct horse battery staple')

let dir: string
let path: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'medikey-keystore-'))
  path = join(dir, 'keystore.age')
})
afterEach(() => rmSync(dir, { recursive: true }))

// A small work factor: what is tested is not how slow a guess is.
const open = (options: Partial<CreateKeystoreOptions> = {}) =>
  createKeystore({ path, passphrase: PASSPHRASE, workFactor: 4, ...options })

const alice = { name: 'Alice', network: 'devnet', privateKey: createSecret(KEY) } as const
const own = { name: 'Own', network: 'testnet', privateKey: createSecret(OWN_KEY) } as const

const encrypt = async (content: string, passphrase: Secret = PASSPHRASE) => {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase.reveal())
  encrypter.setScryptWorkFactor(4)
  writeFileSync(path, await encrypter.encrypt(content))
}

describe('a key', () => {
  test('is there for whoever opens the file next, and signs for its principal', async () => {
    const added = await (await open()).add({ ...alice, name: '  Alice ' })
    expect(added).toMatchObject({ principal: ALICE, name: 'Alice', network: 'devnet' })
    const keystore = await open({ mustExist: true })
    expect(keystore.list()).toEqual([added])
    const signer = keystore.getSigner(ALICE)
    expect(signer?.address).toBe(ALICE)
    expect(await signer?.sign('ab'.repeat(32))).toMatch(/^[0-9a-f]{128}$/)
    expect(keystore.getSigner('ST2CY5V39NHDPWSXMW9QDT3HC3GD6Q6XX4CFRK9AG')).toBeNull()
  })

  test.each([KEY, `${KEY}01`, `0x${KEY}`, KEY.toUpperCase(), `  ${KEY}\n`])(
    'may be written in any of the usual forms (%#)',
    async (privateKey) => {
      const entry = await (await open()).add({ ...alice, privateKey: createSecret(privateKey) })
      expect(entry.principal).toBe(ALICE)
      expect((await open()).getSigner(ALICE)).not.toBeNull()
    },
  )

  test('may be derived from words, as wallets do', async () => {
    const keystore = await open()
    const mnemonic = createSecret(`  ${MNEMONIC.toUpperCase().replaceAll(' ', '  ')} `)
    const first = await keystore.add({ name: 'First', network: 'devnet', mnemonic, index: 0 })
    const third = await keystore.add({ name: 'Third', network: 'devnet', mnemonic, index: 2 })
    expect(first.principal).toBe(ALICE)
    expect(third.principal).not.toBe(ALICE)
  })

  test('has another principal on another network', async () => {
    const keystore = await open()
    const onTestnet = await keystore.add(own)
    const onMainnet = await keystore.add({ ...own, network: 'mainnet' })
    expect(onTestnet.principal).toMatch(/^ST/)
    expect(onMainnet.principal).toMatch(/^SP/)
  })

  test('is gone after it was removed', async () => {
    const keystore = await open()
    await keystore.add(alice)
    await keystore.add(own)
    await keystore.remove({ principal: ALICE })
    expect(keystore.getSigner(ALICE)).toBeNull()
    expect((await open()).list().map(({ name }) => name)).toEqual(['Own'])
  })

  test('is not lost when two commands add one each at the same time', async () => {
    const [first, second] = await Promise.all([open(), open()])
    await Promise.all([first.add(alice), second.add(own)])
    expect(
      (await open())
        .list()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Alice', 'Own'])
  })
})

describe('a key is refused', () => {
  const refused = async (key: Parameters<Awaited<ReturnType<typeof open>>['add']>[0]) => {
    const keystore = await open()
    const error: unknown = await keystore.add(key).catch((reason: unknown) => reason)
    expect(existsSync(path)).toBe(false)
    expect(keystore.list()).toEqual([])
    return error
  }

  test.each(['', 'xyz', 'abcabc', '00'.repeat(32), 'ff'.repeat(32), `${KEY}02`, `${KEY}0101`])(
    'when it is none (%#), without being repeated',
    async (privateKey) => {
      const error = await refused({ ...alice, privateKey: createSecret(privateKey) })
      expect(error).toMatchObject({ name: 'InvalidArgumentError' })
      if (privateKey !== '') expect(inspect(error)).not.toContain(privateKey)
    },
  )

  test.each([
    '',
    'sell invite',
    MNEMONIC.replace('rebuild', 'rebuidl'),
    MNEMONIC.replace('rebuild', 'zoo'),
    `${MNEMONIC} rebuild`,
  ])(
    'when its words are no mnemonic (%#), without one of them on the console or in the error',
    async (words) => {
      const print = vi.spyOn(console, 'error')
      const error = await refused({ name: 'A', network: 'devnet', mnemonic: createSecret(words), index: 0 })
      expect(error).toMatchObject({ code: 'KEY_INVALID' })
      expect(inspect(error)).not.toMatch(/sell|rebuidl|zoo/)
      expect(print).not.toHaveBeenCalled()
      print.mockRestore()
    },
  )

  test.each([-1, 0.5, 100, Number.NaN])('when the account’s index is %d', async (index) => {
    const error = await refused({ name: 'A', network: 'devnet', mnemonic: createSecret(MNEMONIC), index })
    expect(error).toMatchObject({ code: 'KEY_INVALID' })
  })

  test.each(['', '   ', 'x'.repeat(81)])('when its name is %j', async (name) => {
    expect(await refused({ ...alice, name })).toMatchObject({ code: 'KEY_INVALID' })
  })

  test.each(['mainnet', 'testnet'] as const)(
    'when everybody has it and the network is %s',
    async (network) => {
      expect(await refused({ ...alice, network })).toMatchObject({ code: 'KEY_PUBLIC' })
      const fromWords = { name: 'A', network, mnemonic: createSecret(MNEMONIC), index: 0 }
      expect(await refused(fromWords)).toMatchObject({ code: 'KEY_PUBLIC' })
    },
  )

  test('when the passphrase of the new file is weak', async () => {
    const keystore = await open({ passphrase: createSecret('12345678901') })
    await expect(keystore.add(alice)).rejects.toMatchObject({ code: 'KEYSTORE_PASSPHRASE_WEAK' })
    expect(existsSync(path)).toBe(false)
  })

  test('when it is already there', async () => {
    const keystore = await open()
    await keystore.add(alice)
    await expect(keystore.add({ ...alice, name: 'Again' })).rejects.toMatchObject({
      code: 'KEY_EXISTS',
      shortMessage: expect.stringContaining('already there as "Alice"'),
    })
    expect(keystore.list()).toHaveLength(1)
  })

  test('for removal when it is not there', async () => {
    const keystore = await open()
    await keystore.add(own)
    await expect(keystore.remove({ principal: ALICE })).rejects.toMatchObject({ code: 'KEY_NOT_FOUND' })
  })
})

describe('the file', () => {
  test('is closed to others, alone in its place, and shows no key', async () => {
    await (await open()).add(alice)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readdirSync(dir).filter((name) => name.endsWith('.tmp'))).toEqual([])
    const content = readFileSync(path, 'latin1')
    expect(content).toMatch(/^age-encryption\.org\/v1\n-> scrypt /)
    expect(content).not.toContain(KEY)
    expect(content).not.toContain(ALICE)
  })

  test('costs a guess of the passphrase what age asks for, unless told otherwise', async () => {
    await (await createKeystore({ path, passphrase: PASSPHRASE })).add(alice)
    expect(readFileSync(path, 'latin1')).toMatch(/^-> scrypt \S+ 18$/m)
  }, 30_000)

  test('that is missing means no keys yet, or an error for whoever must sign', async () => {
    expect((await open()).list()).toEqual([])
    expect(existsSync(path)).toBe(false)
    await expect(open({ mustExist: true })).rejects.toMatchObject({
      code: 'KEYSTORE_MISSING',
      shortMessage: `There is no keystore at ${path}: add a key with "medikey keys add", or correct MEDIKEY_KEYSTORE.`,
    })
  })

  test('does not open with another passphrase, which is not repeated', async () => {
    await (await open()).add(alice)
    const error: unknown = await open({ passphrase: createSecret('wrong horse battery') }).catch(
      (reason) => reason,
    )
    expect(error).toMatchObject({ code: 'KEYSTORE_WRONG_PASSPHRASE' })
    expect(inspect(error)).not.toContain('horse')
  })

  test.each([
    ['empty', () => ''],
    ['of another kind', () => 'hello'],
    ['cut off', (content: Buffer) => content.subarray(0, content.length - 9)],
    ['cut off in its header', (content: Buffer) => content.subarray(0, 40)],
    [
      'altered',
      (content: Buffer) => content.map((byte, index) => (index === content.length - 1 ? byte ^ 1 : byte)),
    ],
  ])('that is %s is called damaged', async (_how, damage) => {
    await (await open()).add(alice)
    writeFileSync(path, damage(readFileSync(path)))
    await expect(open()).rejects.toMatchObject({ code: 'KEYSTORE_CORRUPT' })
  })

  test.each([
    ['no JSON', 'not json 7287ba'],
    ['another version', '{"version":2,"keys":[]}'],
    [
      'a key that is none',
      `{"version":1,"keys":[{"name":"A","network":"devnet","principal":"${ALICE}","privateKey":"7287ba","addedAt":"2026-01-01T00:00:00.000Z"}]}`,
    ],
    [
      'a key of another principal',
      `{"version":1,"keys":[{"name":"A","network":"devnet","principal":"${ALICE}","privateKey":"${OWN_KEY}01","addedAt":"2026-01-01T00:00:00.000Z"}]}`,
    ],
  ])('that opens and holds %s is called damaged, without a word of it', async (_what, content) => {
    await encrypt(content)
    const error: unknown = await open().catch((reason) => reason)
    expect(error).toMatchObject({ code: 'KEYSTORE_CORRUPT' })
    expect(inspect(error)).not.toMatch(/7287ba|1111/)
  })

  test('that is a directory cannot be read', async () => {
    mkdirSync(path)
    await expect(open()).rejects.toMatchObject({ code: 'KEYSTORE_UNREADABLE' })
  })

  test('whose directory cannot be made is not written, and says so', async () => {
    symlinkSync(join(dir, 'nowhere', 'at all'), join(dir, 'link'))
    const keystore = await open({ path: join(dir, 'link', 'keystore.age') })
    await expect(keystore.add(alice)).rejects.toMatchObject({ code: 'KEYSTORE_NOT_WRITTEN' })
    expect(keystore.list()).toEqual([])
  })

  test('may lie where others may look, and in a directory that is made for it', async () => {
    chmodSync(dir, 0o755)
    const deep = join(dir, 'a', 'b', 'keystore.age')
    await (await open({ path: deep })).add(alice)
    expect(statSync(join(dir, 'a', 'b')).mode & 0o777).toBe(0o700)
    expect((await open({ path: deep, mustExist: true })).list()).toHaveLength(1)
  })
})

test('an opened keystore prints no key, and tells the logger what to look out for', async () => {
  const keystore = await open()
  await keystore.add(alice)
  const shown = [
    inspect(keystore, { depth: 9, showHidden: true }),
    JSON.stringify([keystore, keystore.list(), keystore.getSigner(ALICE)]),
  ]
  expect(shown.join('\n')).not.toContain(KEY)
  expect(keystore.secrets().map((secret) => secret.reveal())).toEqual([KEY])
})
