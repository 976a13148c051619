import { expect, test } from 'vitest'
import { formKinds } from './formKinds.ts'
import { refillForm } from './refillForm.ts'

const initials = (form: ReturnType<typeof refillForm>) =>
  Object.fromEntries(form?.fields.map(({ name, initial }) => [name, initial]) ?? [])

test.each(['grant', 'revoke'])('a form to %s holds what was typed, also what cannot be read', (id) => {
  const form = refillForm({ id, subjectId: null, values: { record: 'seven', staff: '<@U0NADIA>' } })
  expect(form).toMatchObject({ id, subjectId: null })
  expect(initials(form)).toMatchObject({ record: 'seven', staff: '<@U0NADIA>', reason: undefined })
})

test.each(formKinds.map(({ id }) => id))('the form %s holds in each field what was typed there', (id) => {
  const empty = refillForm({ id, subjectId: null, values: {} })
  const typed = Object.fromEntries((empty?.fields ?? []).map(({ name }) => [name, `x of ${name}`]))
  expect(typed).not.toEqual({})
  expect(initials(refillForm({ id, subjectId: null, values: typed }))).toEqual(typed)
})

test('a form to deny holds the request and the reason', () => {
  const form = refillForm({ id: 'deny', subjectId: 'k3x9q1mz7t', values: { reason: 'too long' } })
  expect(form?.subjectId).toBe('k3x9q1mz7t')
  expect(initials(form)).toEqual({ reason: 'too long' })
})

test('a form that is not known stays closed', () => {
  expect(refillForm({ id: 'from-the-past', subjectId: null, values: {} })).toBeNull()
})
