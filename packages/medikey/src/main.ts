#!/usr/bin/env node
import { runMain } from './runMain.ts'

await runMain({
  args: process.argv.slice(2),
  context: {
    env: process.env,
    cwd: process.cwd(),
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    exit: (code) => process.exit(code),
    setExitCode: (code) => {
      process.exitCode = code
    },
  },
})
