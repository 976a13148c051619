import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { createTestContext } from '../../testing/createTestContext.ts'
import { createStartCommand } from './start.ts'

let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'mk-start-'))
  return () => rmSync(cwd, { recursive: true })
})

test('a webhook without its secret is told before anything is made or started', async () => {
  const yaml = 'alerts: { webhook: { url: "https://alerts.example.com/x" } }\n'
  writeFileSync(join(cwd, 'medikey.yaml'), yaml)
  const { context, stderr, exitCode } = createTestContext({ cwd, env: { PORT: '0', LOG_LEVEL: 'silent' } })
  await createStartCommand(context).parseAsync([], { from: 'user' })
  expect(stderr()).toMatch(/^[^\n]*one problem\.\n.*MEDIKEY_WEBHOOK_SECRET is missing/)
  expect(stderr()).not.toContain('Stop')
  expect(exitCode()).toBe(1)
  expect(readdirSync(cwd)).toEqual(['medikey.yaml'])
})
