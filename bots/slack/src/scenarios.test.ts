import { testScenarios } from '@medikey/core/testing'
import { openChatDriver } from '../testing/openChatDriver.ts'

testScenarios('Slack', openChatDriver)
