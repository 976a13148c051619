import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { createTestContext } from '../testing/createTestContext.ts'
import { runMain } from './runMain.ts'

let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'mk-main-'))
  return () => rmSync(cwd, { recursive: true })
})

test('what cannot be done is a sentence, and an object for programs', async () => {
  const plain = createTestContext({ cwd })
  await runMain({ args: ['alerts', 'list'], context: plain.context })
  expect(plain.stderr()).toMatch(/^medikey: There is no store in /)
  expect(plain.stdout()).toBe('')
  const json = createTestContext({ cwd })
  await runMain({ args: ['alerts', 'list', '--json'], context: json.context })
  expect(json.stderr()).toBe(plain.stderr())
  const message = plain.stderr().slice('medikey: '.length).trim()
  expect(JSON.parse(json.stdout())).toEqual({ error: { code: 'NO_STORE', message } })
  await expect.poll(() => [plain.exitCode(), json.exitCode()]).toEqual([1, 1])
})

test('a rebuild that nobody confirmed is told to programs, too', async () => {
  const { context, stdout, exitCode } = createTestContext({ cwd })
  await runMain({ args: ['rebuild', '--json'], context })
  expect(JSON.parse(stdout()).error.code).toBe('REBUILD_NOT_CONFIRMED')
  await expect.poll(exitCode).toBe(1)
})
