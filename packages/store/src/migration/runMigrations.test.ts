import { existsSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { MigrationsMissingError, openStore } from '../index.ts'

vi.mock(import('node:fs'), async (load) => ({ ...(await load()), existsSync: vi.fn(() => false) }))

test('a package without its migrations says to install it again', async () => {
  const opening = openStore({ databaseUrl: null, dataDir: null })
  await expect(opening).rejects.toBeInstanceOf(MigrationsMissingError)
  await expect(opening).rejects.toThrow(/missing from its package: install MediKey again/)
  expect(existsSync).toHaveBeenCalled()
}, 60_000)
