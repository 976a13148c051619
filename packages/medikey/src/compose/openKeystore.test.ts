import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSecret } from '@medikey/runtime'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { getPersona } from '../demo/getPersona.ts'
import { createKeystore } from '../keystore/createKeystore.ts'
import { openKeystore } from './openKeystore.ts'

const network = 'devnet' as const
const passphrase = createSecret('correct horse battery staple')
const alice = getPersona('alice')
let directory: string
let keystorePath: string
let said: string[]
const say = (line: string) => void said.push(line)

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'medikey-keystore-'))
  keystorePath = join(directory, 'keystore.age')
  said = []
})
afterEach(() => rmSync(directory, { recursive: true }))

async function writeKeystore(): Promise<void> {
  const keystore = await createKeystore({ path: keystorePath, passphrase, workFactor: 4 })
  await keystore.add({ name: 'Alice', network: 'devnet', privateKey: createSecret(alice.privateKey) })
}

test('opens the keystore with its passphrase', async () => {
  await writeKeystore()
  const keystore = await openKeystore({
    config: { keystorePath, keystorePassphrase: passphrase, demo: false, network },
    say,
  })
  expect(keystore?.getSigner(alice.principal)?.address).toBe(alice.principal)
  expect(said).toEqual([])
})

test('without its passphrase it stays closed, and that is said', async () => {
  await writeKeystore()
  const config = { keystorePath, keystorePassphrase: null, demo: true, network }
  expect(await openKeystore({ config, say })).toBeNull()
  expect(said).toEqual([expect.stringContaining('set MEDIKEY_KEYSTORE_PASSPHRASE')])
})

test('with a wrong passphrase nothing starts', async () => {
  await writeKeystore()
  const config = {
    keystorePath,
    keystorePassphrase: createSecret('something else altogether'),
    demo: false,
    network,
  }
  await expect(openKeystore({ config, say })).rejects.toMatchObject({ code: 'KEYSTORE_WRONG_PASSPHRASE' })
})

test('without a keystore nothing can be signed, which is said where it matters', async () => {
  const config = { keystorePath, keystorePassphrase: passphrase }
  expect(await openKeystore({ config: { ...config, demo: true, network }, say })).toBeNull()
  expect(said).toEqual([])
  expect(await openKeystore({ config: { ...config, demo: false, network }, say })).toBeNull()
  expect(await openKeystore({ config: { ...config, demo: false, network: 'testnet' }, say })).toBeNull()
  expect(said).toEqual([
    expect.stringContaining('only the public keys of a local chain can sign'),
    expect.stringContaining('nothing can be signed: add keys with medikey keys add'),
  ])
})
