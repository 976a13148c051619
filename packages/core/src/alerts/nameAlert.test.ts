import { expect, test } from 'vitest'
import { nameAlert } from './nameAlert.ts'

test.each([
  ['one', 'unsanctioned-grant', 1, ['record 2'], 'grant without approval: record 2'],
  [
    'several of the same',
    'unsanctioned-grant',
    2,
    ['record 2', 'record 2'],
    '2 grants without approval: record 2',
  ],
  [
    'more than are named',
    'record-drawn',
    5,
    ['record 2', 'record 3', 'record 2'],
    '5 records with little or nothing left: record 2, record 3 and 2 more',
  ],
  ['what there is only one of', 'maintenance-began', 1, ['maintenance begins'], 'maintenance'],
  ['what nothing holds of any more', 'record-drawn', 0, [], 'record with little or nothing left'],
  ['a rule of another version', 'of-another-version', 1, ['record 7'], 'of-another-version: record 7'],
])('%s is named once', (_, rule, count, subjects, name) => {
  expect(nameAlert({ rule, count, subjects })).toBe(name)
})
