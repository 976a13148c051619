import { expect, test } from 'vitest'
import { refillForm } from './refillForm.ts'

const initials = (form: ReturnType<typeof refillForm>) =>
  Object.fromEntries(form?.fields.map(({ name, initial }) => [name, initial]) ?? [])

test.each(['grant', 'revoke'])('a form to %s holds what was typed, also what cannot be read', (id) => {
  const form = refillForm({ id, requestId: null, values: { record: 'seven', staff: '<@U0NADIA>' } })
  expect(form).toMatchObject({ id, requestId: null })
  expect(initials(form)).toMatchObject({ record: 'seven', staff: '<@U0NADIA>', reason: undefined })
})

test('a form to deny holds the request and the reason', () => {
  const form = refillForm({ id: 'deny', requestId: 'k3x9q1mz7t', values: { reason: 'too long' } })
  expect(form?.requestId).toBe('k3x9q1mz7t')
  expect(initials(form)).toEqual({ reason: 'too long' })
})

test('a form that is not known stays closed', () => {
  expect(refillForm({ id: 'from-the-past', requestId: null, values: {} })).toBeNull()
})
