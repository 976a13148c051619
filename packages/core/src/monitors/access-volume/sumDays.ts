import type { Calendar } from '../../calendar/createCalendar.ts'
import type { DrawHour } from '../../model/Draws.ts'

/** What hours add up to, by the calendar's days. */
export function sumDays(
  hours: readonly DrawHour[],
  calendar: Calendar,
): Map<number, Pick<DrawHour, 'draws' | 'volume'>> {
  const sums = new Map<number, Pick<DrawHour, 'draws' | 'volume'>>()
  for (const { hour, draws, volume } of hours) {
    const { day } = calendar.locate(hour)
    const sum = sums.get(day) ?? { draws: 0, volume: 0n }
    sums.set(day, { draws: sum.draws + draws, volume: sum.volume + volume })
  }
  return sums
}
