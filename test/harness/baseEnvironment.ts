import { dirname } from 'node:path'

/** As little environment as a process can run with: nothing of the machine's own settings reaches MediKey. */
export function baseEnvironment(options: { home: string }): Record<string, string> {
  return {
    PATH: [dirname(process.execPath), '/usr/bin', '/bin'].join(':'),
    HOME: options.home,
  }
}
