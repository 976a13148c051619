import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSecret } from '@medikey/runtime'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestTerminal } from '../../testing/openTestTerminal.ts'
import { getPersona } from '../demo/getPersona.ts'
import { createKeystore } from '../keystore/createKeystore.ts'
import { openKeystore } from './openKeystore.ts'

const passphrase = 'correct horse battery staple'
const alice = getPersona('alice')

let dir: string
let keystorePath: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'medikey-keystore-'))
  keystorePath = join(dir, 'keystore.age')
})
afterEach(() => rmSync(dir, { recursive: true }))

const write = async () => {
  const keystore = await createKeystore({
    path: keystorePath,
    passphrase: createSecret(passphrase),
    workFactor: 4,
  })
  await keystore.add({ name: alice.name, network: 'devnet', privateKey: createSecret(alice.privateKey) })
}

test('a passphrase that is too short is refused before it has to be typed again', async () => {
  const terminal = openTestTerminal()
  const opening = openKeystore(terminal, { config: { keystorePath, keystorePassphrase: null } })
  await expect.poll(() => terminal.shown()).toContain('Passphrase of the new keystore')
  terminal.type('short')
  await expect
    .poll(() => terminal.shown())
    .toMatch(/needs at least 12 characters.*Passphrase of the new keystore/s)
  expect(terminal.shown()).not.toContain('again')
  terminal.type(passphrase)
  await expect.poll(() => terminal.shown()).toContain('The same passphrase again')
  terminal.type(passphrase)
  expect((await opening).list()).toEqual([])
})

test('a wrong passphrase from the prompt blames no variable', async () => {
  await write()
  const terminal = openTestTerminal()
  const opening = openKeystore(terminal, { config: { keystorePath, keystorePassphrase: null } })
  const refused = expect(opening).rejects.toMatchObject({
    code: 'KEYSTORE_WRONG_PASSPHRASE',
    userMessage: expect.not.stringContaining('MEDIKEY_KEYSTORE_PASSPHRASE'),
  })
  await expect.poll(() => terminal.shown()).toContain('Passphrase of the keystore')
  terminal.type('not the passphrase')
  await refused
})

test('a wrong passphrase from the variable names it', async () => {
  await write()
  const keystorePassphrase = createSecret('not the passphrase')
  await expect(
    openKeystore(openTestTerminal(), { config: { keystorePath, keystorePassphrase } }),
  ).rejects.toThrow('correct MEDIKEY_KEYSTORE_PASSPHRASE')
})
