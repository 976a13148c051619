import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkDataDir } from './checkDataDir.ts'
import { DataDirectoryError } from './DataDirectoryError.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'medikey-data-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

test('tells whether it is there, and makes nothing', () => {
  expect(checkDataDir(dir)).toBe(true)
  expect(checkDataDir(join(dir, 'a', 'b'))).toBe(false)
  expect(readdirSync(dir)).toEqual([])
})

test.each(['file', 'file/below/it'])('refuses %s, which can be no directory', (path) => {
  writeFileSync(join(dir, 'file'), '')
  expect(() => checkDataDir(join(dir, path))).toThrow(DataDirectoryError)
  expect(() => checkDataDir(join(dir, path))).toThrow('MEDIKEY_DATA_DIR')
})

test('refuses what cannot be reached, instead of taking it for absent', () => {
  symlinkSync('loop', join(dir, 'loop'))
  expect(() => checkDataDir(join(dir, 'loop'))).toThrow('cannot be reached (ELOOP)')
})
