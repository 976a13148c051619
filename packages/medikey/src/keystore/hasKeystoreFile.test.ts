import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hasKeystoreFile } from './hasKeystoreFile.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'medikey-keystore-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

test('tells whether there is one', () => {
  expect(hasKeystoreFile(join(dir, 'absent', 'keystore.age'))).toBe(false)
  writeFileSync(join(dir, 'keystore.age'), '')
  expect(hasKeystoreFile(join(dir, 'keystore.age'))).toBe(true)
})

test('one that cannot be looked at is not taken for one that was never made', () => {
  symlinkSync('loop', join(dir, 'loop'))
  const path = join(dir, 'loop', 'keystore.age')
  expect(() => hasKeystoreFile(path)).toThrow(`The keystore ${path} cannot be read (ELOOP)`)
})
