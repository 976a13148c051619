import { testScenarios } from '@medikey/core/testing'
import { openChatDriver } from '../testing/openChatDriver.ts'

testScenarios('Slack over the socket', () => openChatDriver({ mode: 'socket' }))
testScenarios('Slack over HTTP', () => openChatDriver({ mode: 'http' }))
