#!/usr/bin/env node
import { enableCompileCache } from 'node:module'

// Sources run as they are: without the cache each start would strip and compile all of them again.
enableCompileCache()
const { runMain } = await import('./runMain.ts')

await runMain({
  args: process.argv.slice(2),
  context: {
    env: process.env,
    cwd: process.cwd(),
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    exit: (code) => process.exit(code),
    // Also for rejections that nobody handles, which Node makes exceptions of.
    onDefect: (listener) => void process.on('uncaughtException', listener),
    setExitCode: (code) => {
      process.exitCode = code
    },
  },
})
