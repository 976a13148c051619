import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCalendar } from './createCalendar.ts'

const locate = (timeZone: string, at: string) => {
  const calendar = createCalendar(timeZone)
  const { day, ...rest } = calendar.locate(new Date(at))
  return { date: calendar.formatDay(day), ...rest }
}

test('an instant is a day and an hour of the place', () => {
  expect(locate('UTC', '2026-01-31T23:30:00Z')).toEqual({ date: '2026-01-31', weekday: 'sat', minute: 1410 })
  expect(locate('Europe/Berlin', '2026-01-31T23:30:00Z')).toEqual({
    date: '2026-02-01',
    weekday: 'sun',
    minute: 30,
  })
  expect(locate('Asia/Kolkata', '2026-01-31T18:30:00Z')).toMatchObject({ date: '2026-02-01', minute: 0 })
  expect(locate('America/Los_Angeles', '2026-02-01T07:59:59Z')).toMatchObject({
    date: '2026-01-31',
    minute: 1439,
  })
})

test('summer time moves the hours', () => {
  expect(locate('Europe/Berlin', '2026-03-29T00:59:00Z')).toMatchObject({ minute: 119 })
  expect(locate('Europe/Berlin', '2026-03-29T01:00:00Z')).toMatchObject({ minute: 180 })
  expect(locate('Europe/Berlin', '2026-10-25T01:00:00Z')).toMatchObject({ minute: 120 })
})

test('what was asked before changes no answer', () => {
  const calendar = createCalendar('Australia/Lord_Howe')
  const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(instant, (at) => {
      expect(calendar.locate(at)).toEqual(createCalendar('Australia/Lord_Howe').locate(at))
    }),
  )
})
