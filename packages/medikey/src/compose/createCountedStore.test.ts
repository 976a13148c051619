import type { AuditAction, AuditEntry } from '@medikey/core'
import { createMemoryStore } from '@medikey/core/testing'
import { expect, test } from 'vitest'
import { createCountedStore } from './createCountedStore.ts'

const entry = (action: AuditAction): AuditEntry => ({
  at: new Date(0),
  action,
  actor: null,
  account: null,
  requestId: 'k3x9q1mz7t',
  recordId: 1n,
  detail: {},
})

function setup() {
  const counted: AuditAction[] = []
  const store = createCountedStore(createMemoryStore().store, {
    onEvidence: (action) => counted.push(action),
  })
  return { store, counted }
}

test('counts evidence once it is committed', async () => {
  const { store, counted } = setup()
  const result = await store.transaction(async (unit) => {
    await unit.appendAudit([entry('request-submitted')])
    await unit.appendAudit([entry('request-approved')])
    expect(counted).toEqual([])
    return 'done'
  })
  expect(result).toBe('done')
  expect(counted).toEqual(['request-submitted', 'request-approved'])
  expect(await store.listAudit({ requestId: 'k3x9q1mz7t', limit: 10 })).toHaveLength(2)
})

test('keeps and counts every entry of several that are written together', async () => {
  const { store, counted } = setup()
  await store.transaction((unit) =>
    unit.appendAudit([entry('request-submitted'), entry('request-approved'), entry('alert-raised')]),
  )
  expect(counted).toEqual(['request-submitted', 'request-approved', 'alert-raised'])
  expect(await store.listAudit({ requestId: 'k3x9q1mz7t', limit: 10 })).toHaveLength(3)
})

test('counts nothing of what is rolled back', async () => {
  const { store, counted } = setup()
  const rolledBack = store.transaction(async (unit) => {
    await unit.appendAudit([entry('request-approved')])
    throw new Error('no')
  })
  await expect(rolledBack).rejects.toThrow('no')
  expect(counted).toEqual([])
})
