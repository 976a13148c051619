import { testMessenger } from '@medikey/core/testing'
import { openMessengerHarness } from '../testing/openMessengerHarness.ts'

testMessenger('Slack is a messenger', openMessengerHarness)
