import { testScenarios } from '@medikey/core/testing'
import { openChatDriver } from '../testing/openChatDriver.ts'

testScenarios('Discord', openChatDriver)
