import { InvalidArgumentError } from 'commander'

/** Reads the milliseconds that a command is given, for commander. */
export function parseTime(text: string): number {
  const time = Number(text)
  if (/^\d+$/.test(text) && (time === 0 || (time >= 10 && time <= 86_400_000))) return time
  throw new InvalidArgumentError('A time is 0, or a whole number of milliseconds from 10 to 86400000.')
}
